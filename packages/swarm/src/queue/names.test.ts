import { expect, test } from "vitest";
import { claimName, pageName, parseName, planName, roundName } from "./names.ts";

const owner = { key: "swarm", attempt: 2, epoch: 1 };

test("names sort after what people look for, and are read as they were written", () => {
  const claim = claimName({ ...owner, worker: 3, block: 7 });
  expect(claim).toBe("zz-swarm-claim-a2-w3-b7-e1");
  expect(parseName(claim, "swarm")).toEqual({ kind: "claim", ...owner, worker: 3, block: 7 });
  const page = pageName({ ...owner, worker: 0, page: 12 });
  expect(parseName(page, "swarm")).toEqual({ kind: "result", ...owner, worker: 0, page: 12 });
  const round = roundName({ ...owner, worker: 4, round: 2 });
  expect(parseName(round, "swarm")).toEqual({ kind: "round", ...owner, worker: 4, round: 2 });
  expect(parseName(planName(owner), "swarm")).toEqual({ kind: "plan", ...owner });
});

test.each([
  "zz-other-claim-a2-w3-b7-e1",
  "zz-swarm-claim-a02-w3-b7-e1",
  "zz-swarm-claim-a2-w3-p7-e1",
  "zz-swarm-round-a2-w3-p7-e1",
  "zz-swarm-round-a2-e1",
  "zz-swarm-claim-a2-e1",
  "zz-swarm-plan-a2-w1-b1-e1",
  "zz-swarm-result-a2-w3-p7-e1 ",
  "swarm",
])("%s is no name of the swarm", (name) => {
  expect(parseName(name, "swarm")).toBeNull();
});
