import { type BuiltInAgent, defineBuiltIn } from "../define.ts";
import { bidi } from "./bidi.ts";
import { invisibleLetters } from "./invisible-letters.ts";
import { lookAlike } from "./look-alike.ts";
import { path } from "./path.ts";
import { tagCharacters } from "./tag-characters.ts";
import { variationSelectors } from "./variation-selectors.ts";
import { zeroWidthRule } from "./zero-width.ts";

/** Looks for what people cannot see and programs can. */
export const hiddenText: BuiltInAgent = defineBuiltIn({
  name: "hidden-text",
  rules: [
    bidi,
    invisibleLetters,
    lookAlike,
    path,
    tagCharacters,
    variationSelectors,
    zeroWidthRule,
  ],
  covers: (file) => file.diff.change !== "deleted",
});
