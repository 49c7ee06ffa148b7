import { stemOf } from "./words.ts";

// Quoted in remedies rather than as subjects: "use `const`", "return `None`".
const keywords = new Set(
  `any async await catch class const debugger def else except false finally for function if import
  in is let new none null of only pass print return self skip static this throw true try type typeof
  undefined unknown use var void while with yield`.split(/\s+/),
);

const quotation = /`([^`\n]{1,60})`|(?<!\w)'([^'\n]{1,60})'(?!\w)|"([^"\n]{1,60})"/g;

/** The identifiers that a message quotes: what in the code it talks about. */
export function quotedNames(message: string): readonly string[] {
  const pieces = [...message.matchAll(quotation)].map(([whole]) => whole);
  return pieces
    .flatMap(identifiersIn)
    .filter((name) => !keywords.has(name))
    .map(stemOf);
}

/** Words that only code is written in: `snake_case`, `camelCase`, `called()`. */
export function bareNames(message: string): readonly string[] {
  const words = message.match(/[A-Za-z_$][\w$]{1,40}\(?/g) ?? [];
  return words
    .filter((word) => word.endsWith("(") || /_|[a-z][A-Z]/.test(word))
    .map((word) => stemOf(word.replace("(", "").toLowerCase()));
}

function identifiersIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z_$][\w$]*/g) ?? [];
}
