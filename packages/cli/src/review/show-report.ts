import { relative, resolve } from "node:path";
import type { Look } from "@swarm-actions/display";
import { type ReviewReport, render } from "@swarm-actions/report";
import { print } from "../print.ts";
import { wantsColor, widthOf } from "../terminal.ts";
import type { ReviewOptions } from "./options.ts";
import { writeOutput } from "./write-output.ts";

/** In a file, where there is no terminal to fit. */
const plain: Look = { color: false, width: 100 };

/** Shows the report on standard output or writes it where the options say. */
export async function showReport(
  report: ReviewReport,
  { format, output, html }: ReviewOptions,
  directory: string,
): Promise<void> {
  if (html !== undefined) {
    await write(resolve(directory, html), await render(report, "html", plain), "--html");
  }
  if (output !== undefined) {
    return write(resolve(directory, output), await render(report, format, plain), "--output");
  }
  const look = { color: wantsColor(process.stdout), width: widthOf(process.stdout) };
  await print(await render(report, format, look));
}

async function write(file: string, text: string, option: string): Promise<void> {
  await writeOutput(file, text, option);
  process.stderr.write(`Wrote ${relative(process.cwd(), file) || file}\n`);
}
