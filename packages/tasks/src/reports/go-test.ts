import { z } from "zod";
import { FileTally, type TestFileReport } from "./test-file.ts";

const event = z.object({
  Action: z.string(),
  Package: z.string(),
  Test: z.string().optional(),
  Elapsed: z.number().optional(),
});

const longestLine = 64 * 1024;

/**
 * What `go test -json` prints: an event a line. Go tests are run by package, so a package stands for a
 * file. Null: it is something else.
 */
export function readGoTest(text: string): readonly TestFileReport[] | null {
  const tally = new FileTally();
  let events = 0;
  for (const line of linesOf(text)) {
    const read = line.length > longestLine ? undefined : event.safeParse(parse(line)).data;
    if (read === undefined) continue;
    events++;
    const { Action, Package, Test, Elapsed = 0 } = read;
    const isEnd = Action === "pass" || Action === "fail" || Action === "skip";
    if (!isEnd) continue;
    const failure = Action === "fail" ? `${Test ?? Package} failed` : null;
    // The package's own end holds the time of all its tests, and of building them.
    if (Test === undefined) tally.add(Package, Elapsed, failure, 0);
    else if (!Test.includes("/")) tally.add(Package, 0, failure);
  }
  return events === 0 ? null : tally.list();
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    if (text[from] === "{") yield text.slice(from, to);
    from = to + 1;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Programs print among the events, and a line may be cut off.
    return null;
  }
}
