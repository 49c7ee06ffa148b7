import { type BuiltInAgent, defineBuiltIn } from "../define.ts";
import { emptyTest } from "./empty-test.ts";
import { focusedTest } from "./focused-test.ts";
import { idleAssertion } from "./idle-assertion.ts";
import { removedAssertion } from "./removed-assertion.ts";
import { skippedTest } from "./skipped-test.ts";
import { testLanguageOf } from "./test-language.ts";
import { untestedChange } from "./untested-change.ts";

/** Reads the tests that a change touches, and notices when it touches none. */
export const tests: BuiltInAgent = defineBuiltIn({
  name: "tests",
  rules: [focusedTest, skippedTest, removedAssertion, emptyTest, idleAssertion, untestedChange],
  covers: ({ diff }) => diff.content === "text" && testLanguageOf(diff.path) !== null,
});
