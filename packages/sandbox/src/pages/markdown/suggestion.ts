import { visible } from "../visible.ts";
import { type Element, element, type Inner, text, wordsOf } from "./node.ts";

/** What a suggestion says, when an element is one; else null. */
export function suggestedText({ tagName, children }: Element): string | null {
  const [code] = children;
  if (tagName !== "pre" || code?.type !== "element" || code.tagName !== "code") return null;
  const { className } = code.properties;
  const isSuggestion = Array.isArray(className) && className.includes("language-suggestion");
  return isSuggestion ? wordsOf(code) : null;
}

/** A suggestion as a small diff: the lines it stands on, and what they would become. */
export function suggestionFigure(suggested: string, replaced: readonly string[]): Element {
  const lines = suggested === "" ? [] : suggested.replace(/\n$/, "").split("\n");
  const pre = element("pre", { className: ["diff"] }, [
    ...replaced.map((line) => diffLine("deleted", "−", line)),
    ...lines.map((line) => diffLine("added", "+", line)),
  ]);
  const caption = element("figcaption", {}, [text("Suggested change")]);
  return element("figure", { className: ["suggestion"] }, [caption, pre]);
}

function diffLine(kind: string, sign: string, line: string): Inner {
  return element("span", { className: ["line", kind] }, [
    element("i", { className: ["sign"] }, [text(sign)]),
    element("code", {}, [text(`${visible(line).replaceAll("\t", "    ")}\n`)]),
  ]);
}
