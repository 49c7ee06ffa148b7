import { describe, expect, it } from "vitest";
import { contradictions } from "../../support/judge/contradictions.ts";
import { judgeExchange, judgeStrictly } from "../../support/judge/judge-exchange.ts";
import { exchange } from "./exchange.ts";

describe.each(contradictions)("known contradiction: $reason", (known) => {
  const witness = exchange(known.witness);

  it("is still needed", () => {
    const pardoned = judgeStrictly(witness).filter(
      (violation) =>
        known.in === violation.in &&
        known.operation.test(violation.operation) &&
        known.at.test(violation.at) &&
        known.message.test(violation.message),
    );
    expect(pardoned).not.toEqual([]);
  });

  it("is all that is wrong with its witness", () => {
    expect(judgeExchange(witness)).toEqual([]);
  });
});
