import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";
import type { Event } from "micromark-util-types";

/** The tokens of a text in GitHub's flavour of Markdown, entered and left in order. */
export function parseMarkdown(markdown: string): readonly Event[] {
  const chunks = preprocess()(markdown, undefined, true);
  return postprocess(
    parse({ extensions: [gfm()] })
      .document()
      .write(chunks),
  );
}
