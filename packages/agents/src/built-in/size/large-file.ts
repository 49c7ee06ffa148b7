import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import type { Observation, Rule } from "../define.ts";
import { languageOf } from "../source/language.ts";
import { loadOf } from "./reviewable.ts";

const large = 1_000;
const huge = 3_000;

export const largeFile: Rule = {
  doc: {
    id: "size/large-file",
    title: "A very large new source file",
    severity: "info",
    category: "maintainability",
    why: "A file that size seldom has one purpose; it is hard to review now and hard to find one's way in later.",
    fix: "Split it into files named after the one thing inside. If a program wrote it, say so in a comment at its top.",
    flagged: [{ title: "1,200 new lines", after: { "src/a.ts": "a();\n".repeat(1_200) } }],
    clean: [
      { title: "an ordinary file", after: { "src/a.ts": "a();\n".repeat(200) } },
      { title: "data", after: { "src/words.txt": "word\n".repeat(5_000) } },
      {
        title: "what a program wrote",
        after: { "src/a.ts": `// @${"generated"}\n${"a();\n".repeat(5_000)}` },
      },
    ],
  },
  check: (task: ReviewTask) => task.files.flatMap((file) => lookAtFile(file) ?? []),
};

function lookAtFile(file: TaskFile): Observation | null {
  const { path, change } = file.diff;
  if (change !== "added" || languageOf(path) === null) return null;
  const lines = loadOf(file)?.added ?? 0;
  if (lines < large) return null;
  const message = `This new file has ${lines} lines. Split it into files that hold one thing each, so that each can be reviewed and found; if a program wrote it, say so at its top.`;
  return { place: { kind: "file", path }, message, severity: lines >= huge ? "low" : "info" };
}
