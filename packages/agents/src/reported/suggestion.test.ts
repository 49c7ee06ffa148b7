import fc from "fast-check";
import { describe, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import type { Edit } from "./claim.ts";
import { suggestionOf } from "./suggestion.ts";
import { TaskLines } from "./task-lines.ts";

const line = fc.string({ unit: fc.constantFrom("a", "b", " "), maxLength: 4 });

/** Lines of a file, and an edit of a part of them with the same meaning as a splice of the text. */
const edited = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 6 }),
    fc.constantFrom("\n", "\r\n"),
    fc.nat(),
    fc.nat(),
    fc.array(line, { minLength: 1, maxLength: 3 }),
  )
  .map(([lines, terminator, from, length, inserted]) => {
    const text = lines.map((one) => `${one}\n`).join("");
    const start = from % text.length;
    const end = start + (length % (text.length - start + 1));
    const positionOf = (offset: number) => {
      const before = text.slice(0, offset).split("\n");
      return [before.length, (before.at(-1) ?? "").length + 1] as const;
    };
    const [startLine, startColumn] = positionOf(start);
    const [endLine, endColumn] = positionOf(end);
    const replacement = inserted.join("\n");
    const places = { startLine, startColumn, endLine, endColumn };
    const edit: Edit = { ...places, unit: "utf16", text: replacement };
    const after = text.slice(0, start) + replacement + text.slice(end);
    return { text: text.replaceAll("\n", terminator), edit, after, terminator };
  });

describe("suggestionOf", () => {
  it("means the same as the edit, whatever it cuts and inserts", () => {
    fc.assert(
      fc.property(edited, ({ text, edit, after, terminator }) => {
        const lines = new TaskLines(cachedTask(text));
        const hunk = lines.files[0]?.diff.hunks[0];
        if (hunk === undefined) throw new Error("no hunk");
        const suggestion = suggestionOf([edit], hunk, lines);
        const wanted = after.replaceAll("\n", terminator);
        // Nothing is offered for an edit that changes nothing or takes the file's last line end.
        if (suggestion === null) return wanted === text || !after.endsWith("\n") || after === "\n";
        const { startLine, endLine, replacement } = suggestion;
        const all = text.split("\n");
        const fresh = replacement === "" ? [] : replacement.split("\n");
        all.splice(startLine - 1, endLine - startLine + 1, ...fresh);
        return all.join("\n") === wanted;
      }),
      { numRuns: 2000 },
    );
  });
});

/** A task that adds one file, without asking git two thousand times. */
function cachedTask(text: string) {
  const [file] = template.files;
  const [hunk] = file?.diff.hunks ?? [];
  if (file === undefined || hunk === undefined) throw new Error("no template");
  const lines = text
    .slice(0, -1)
    .split("\n")
    .map((one, index) => ({
      kind: "added" as const,
      text: one,
      oldLine: null,
      newLine: index + 1,
      noNewline: false,
    }));
  const hunks = [{ ...hunk, newCount: lines.length, lines }];
  return { ...template, files: [{ ...file, after: text, diff: { ...file.diff, hunks } }] };
}

const template = taskOf({}, { "a.txt": "x\n" });
