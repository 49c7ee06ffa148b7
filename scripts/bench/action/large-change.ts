import { languages } from "../review/languages.ts";
import { Picker } from "../review/picker.ts";

/** A change of so many files with so many lines each, the same every time; every ninth has a leftover. */
export function largeChange(fileCount: number, linesEach: number): Record<string, string> {
  const picker = new Picker(20_250_307);
  const files: Record<string, string> = {};
  for (let at = 0; at < fileCount; at++) {
    const language = languages[at % languages.length];
    if (language === undefined) continue;
    const { folder, extension, template } = language;
    let source = picker.fill(template.head);
    while (source.split("\n").length <= linesEach) source += picker.fill(template.block);
    const lines = source.split("\n").slice(0, linesEach);
    // Something that one of the built-in reviewers speaks about.
    if (extension === "ts") lines[linesEach - 2] = "  debugger;";
    files[`${folder}/part-${at}.${extension}`] = `${lines.join("\n")}\n`;
  }
  return files;
}
