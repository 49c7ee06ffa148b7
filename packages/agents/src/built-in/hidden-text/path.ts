import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { isFixturePath, isTestPath } from "../path-kinds.ts";
import { disguises } from "./disguise.ts";
import { codePointAt } from "./sighting.ts";

const invisible =
  /[\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\u3164\uFEFF\uFFA0]|\u200D|[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/u;

export const path: Rule = {
  doc: {
    id: "hidden-text/path",
    title: "A file name with invisible or look-alike characters",
    severity: "high",
    category: "security",
    why: "The file looks as if it had another name: it can take the place of one that everybody trusts, hide its true ending, or be imported by mistake.",
    fix: "Rename the file, using only the letters that its name seems to have.",
    flagged: [
      {
        title: "a name that is turned around to hide its ending",
        after: { "tools/report-\u202Etxt.js": "run();\n" },
      },
      { title: "a Cyrillic letter in a name", after: { "src/ut\u0456ls.ts": "export {};\n" } },
    ],
    clean: [
      { title: "a name in Japanese", after: { "docs/\u6982\u8981.md": "# \u6982\u8981\n" } },
      { title: "a name in Russian", after: { "docs/\u0444\u0430\u0439\u043B.md": "# 1\n" } },
    ],
  },
  check: (task: ReviewTask) => task.files.flatMap((file) => lookAtPath(file) ?? []),
};

function lookAtPath(file: TaskFile): Observation | null {
  const { path: name, oldPath } = file.diff;
  if (name === oldPath || !/[\u0080-\uffff]/.test(name)) return null;
  const seen = trouble(name);
  if (seen === null) return null;
  const message = `The name of this file ${seen}. It is not the name it seems to be; rename the file.`;
  const severity = isTestPath(name) || isFixturePath(name) ? "low" : "high";
  return { place: { kind: "file", path: name }, message, severity };
}

function trouble(name: string): string | null {
  const hidden = invisible.exec(name);
  if (hidden !== null) {
    return `holds the invisible character ${codePointAt(name, hidden.index)} at position ${hidden.index + 1}`;
  }
  const disguise = disguises(name).find((found) => found.mixed);
  if (disguise === undefined) return null;
  return `has a part that looks like \`${disguise.looks}\` but is spelled with ${codePointAt(name, disguise.letterColumn)}`;
}
