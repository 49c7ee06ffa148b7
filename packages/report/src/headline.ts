import { cutText } from "@swarm-actions/core";
import type { PanelFinding } from "@swarm-actions/review";
import type { RuleIndex } from "./rule-index.ts";

/** What stands above a finding, and what is left to say below. Raw: make both visible. */
export interface Headline {
  readonly title: string;
  /** The message without what the title says already; perhaps empty. */
  readonly rest: string;
  /** Whether the title is the document's; one taken from the message does not tell the rule. */
  readonly documented: boolean;
}

const longestTitle = 160;
/** Code in backquotes, or the end of a sentence: `e.g. This` goes on, and so does `a.b`. */
const stops = /`[^`\n]*`|(?<!\b(?:e\.g|i\.e|cf|vs))[.!?](?=\s+(?!\p{Ll})\S)|[。！？\n]/gu;

/** The rule's title where it has a document, else the first sentence of the message. */
export function headlineOf({ rule, message }: PanelFinding, rules: RuleIndex): Headline {
  const title = rules.get(rule)?.title;
  if (title !== undefined) return { title, rest: message, documented: true };
  const text = message.trim();
  if (text === "") return { title: rule, rest: "", documented: false };
  return { ...splitMessage(text), documented: false };
}

function splitMessage(text: string): Pick<Headline, "title" | "rest"> {
  const end = endOfSentence(text);
  // A title that has to be cut leaves the whole message to be read below.
  if (end > longestTitle) return { title: cutText(text, longestTitle), rest: text };
  const title = withoutFullStop(text.slice(0, end).trim());
  return { title, rest: text.slice(end).trim() };
}

/** Looks no further than a title may reach. */
function endOfSentence(text: string): number {
  for (const { 0: stop, index } of text.slice(0, longestTitle + 2).matchAll(stops)) {
    if (!stop.startsWith("`")) return index + stop.length;
  }
  return text.length;
}

function withoutFullStop(sentence: string): string {
  return /[^.]\.$/.test(sentence) ? sentence.slice(0, -1) : sentence;
}
