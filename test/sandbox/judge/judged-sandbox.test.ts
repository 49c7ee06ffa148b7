import { describe, expect, it } from "vitest";
import { expectJudged } from "../../support/judge/judged-sandbox.ts";
import { exchange } from "./exchange.ts";

const wrong = exchange({ url: "/repos/o/r/lables" });

describe("a judged sandbox", () => {
  it("tells every violation on a line", () => {
    const exchanges = [wrong, wrong, exchange({ url: "/repos/o/r/pull" })];
    expect(() => expectJudged({ exchanges, events: [] })).toThrowErrorMatchingInlineSnapshot(`
      [Error: GitHub's description says otherwise:
        GET /repos/o/r/lables: request path: is no operation of GitHub's REST API
        GET /repos/o/r/pull: request path: is no operation of GitHub's REST API]
    `);
  });

  it("bears what a test does wrong on purpose", () => {
    expect(() =>
      expectJudged({ exchanges: [wrong], events: [] }, { wrongOnPurpose: [/lables/] }),
    ).not.toThrow();
  });

  it("asks for the wrong that was announced", () => {
    expect(() =>
      expectJudged({ exchanges: [], events: [] }, { wrongOnPurpose: [/lables/] }),
    ).toThrow("nothing wrong was like /lables/");
  });
});
