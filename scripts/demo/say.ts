import { styleText } from "node:util";

const width = 96;

/** Begins a chapter. */
export function title(text: string): void {
  console.log(`\n${styleText("bold", text)}`);
}

/** A line of a chapter, its name in a column of its own. */
export function fact(name: string, text: string): void {
  console.log(`  ${name.padEnd(9)} ${text}`);
}

/** Words of somebody. */
export function quote(text: string): void {
  for (const line of text.split("\n").flatMap(fold)) console.log(`  │ ${line}`.trimEnd());
}

export function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

/** A line in lines that fit; a single word may be longer. */
function fold(line: string): string[] {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
