import { z } from "zod";
import { FileTally, type TestFileReport } from "./test-file.ts";

const text = z.string().catch("");
const number = z.number().catch(0);
const cases = z.array(z.unknown()).catch([]);

const jestCase = z.object({
  status: text,
  failureMessages: z.array(z.string()).nullish().catch(null),
});
const jestFile = z.object({
  name: text,
  status: text,
  startTime: number,
  endTime: number,
  message: text,
  assertionResults: cases,
});
const jestReport = z.object({ testResults: z.array(z.unknown()) });

/** What vitest and jest write with `--reporter=json` and `--json`; null: it is something else. */
export function readJest(report: unknown): readonly TestFileReport[] | null {
  const read = jestReport.safeParse(report);
  if (!read.success) return null;
  const tally = new FileTally();
  for (const one of read.data.testResults) {
    const file = jestFile.safeParse(one).data;
    if (file === undefined) continue;
    const all = file.assertionResults.flatMap((each) => jestCase.safeParse(each).data ?? []);
    const failed = all.filter(({ status }) => status === "failed");
    const seconds = (file.endTime - file.startTime) / 1000;
    tally.add(file.name, seconds, null, all.length - failed.length);
    for (const { failureMessages } of failed) {
      tally.add(file.name, 0, failureMessages?.[0] ?? "failed");
    }
    // A file that could not even be loaded has no case.
    if (file.status === "failed" && failed.length === 0) {
      tally.add(file.name, 0, file.message || "failed");
    }
  }
  return tally.list();
}

const stage = z.object({ duration: number }).nullish().catch(null);
const pytestCase = z.object({
  nodeid: text,
  outcome: text,
  setup: stage,
  call: stage,
  teardown: stage,
});
const pytestReport = z.object({ tests: z.array(z.unknown()), exitcode: z.number() });

/** What pytest-json-report writes; null: it is something else. */
export function readPytest(report: unknown): readonly TestFileReport[] | null {
  const read = pytestReport.safeParse(report);
  if (!read.success) return null;
  const tally = new FileTally();
  for (const one of read.data.tests) {
    const each = pytestCase.safeParse(one).data;
    if (each === undefined) continue;
    const { nodeid, outcome, setup, call, teardown } = each;
    const stages = [setup, call, teardown];
    const seconds = stages.reduce((sum, part) => sum + (part?.duration ?? 0), 0);
    const hasFailed = outcome === "failed" || outcome === "error";
    tally.add(fileOfNode(nodeid), seconds, hasFailed ? `${nodeid}: ${outcome}` : null);
  }
  return tally.list();
}

/** `tests/test_a.py::TestB::test_c[1]` is of `tests/test_a.py`. */
export function fileOfNode(node: string): string {
  const end = node.indexOf("::");
  return end === -1 ? node : node.slice(0, end);
}
