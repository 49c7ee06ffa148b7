import { fileOfNode } from "./json-reports.ts";
import { FileTally, type TestFileReport } from "./test-file.ts";

/** `1.20s call     tests/test_a.py::test_b` */
const line = /^\s{0,10}(\d{1,7}(?:\.\d{1,6})?)s (setup|call|teardown) {1,10}(\S.{0,4000}?)\s*$/;

/** What `pytest --durations=0` prints at its end; null: there is no such line. */
export function readPytestDurations(text: string): readonly TestFileReport[] | null {
  const tally = new FileTally();
  for (const one of text.split("\n")) {
    const [, seconds, stage, node = ""] = one.length > 4200 ? [] : (line.exec(one) ?? []);
    if (stage === undefined || !node.includes("::")) continue;
    tally.add(fileOfNode(node), Number(seconds), null, stage === "call" ? 1 : 0);
  }
  const files = tally.list();
  return files.length === 0 ? null : files;
}
