import { describe, expect, it } from "vitest";
import { contradictions } from "../../support/judge/contradictions.ts";
import { judgeEventStrictly } from "../../support/judge/judge-event.ts";
import { judgeStrictly } from "../../support/judge/judge-exchange.ts";
import { exchange } from "./exchange.ts";

type Contradiction = (typeof contradictions)[number];

function judge({ witness }: Contradiction) {
  return witness.kind === "event" ? judgeEventStrictly(witness) : judgeStrictly(exchange(witness));
}

describe.each(contradictions)("known contradiction: $reason", (known) => {
  it("is still needed", () => {
    const needed = judge(known).filter(
      (violation) =>
        known.in === violation.in &&
        known.operation.test(violation.operation) &&
        known.at.test(violation.at) &&
        known.message.test(violation.message),
    );
    expect(needed).not.toEqual([]);
  });
});
