import { type Language, languages } from "./languages.ts";
import { lockedProject } from "./lockfile.ts";
import { Picker } from "./picker.ts";
import { plantedSecrets } from "./planted.ts";
import { migration, type Template, typescriptTest, workflow } from "./templates.ts";

/** A file on both sides of a change. */
export interface SampleFile {
  readonly path: string;
  /** Null for a new file. */
  readonly before: string | null;
  readonly after: string;
}

/** A change, and which of its files hold a secret. */
export interface Sample {
  readonly files: readonly SampleFile[];
  readonly secretPaths: readonly string[];
}

/**
 * A change as teams make them, the same every time: source in nine languages, some files new and some
 * longer than before, with tests, a lockfile, migrations, workflows, and a few secrets.
 * @param lines how many it adds, or a few more
 */
export function makeSample(lines: number): Sample {
  const picker = new Picker(20_240_229);
  const secrets = plantedSecrets(picker);
  const files = [...secrets, ...companions(picker)].map(asNew);
  let added = files.reduce((sum, file) => sum + addedLines(file), 0);
  for (const [at, language] of inTurn()) {
    if (added >= lines) break;
    const file = sourceFile(language, at, picker);
    files.push(file);
    added += addedLines(file);
  }
  return { files, secretPaths: [...secrets.keys()] };
}

/** What a change brings beside source: something for each of the built-in reviewers. */
function* companions(picker: Picker): Generator<[string, string]> {
  yield* lockedProject(60, picker);
  for (const at of [1, 2]) yield [`db/migrations/00${at}_shop.sql`, write(migration, 8, picker)];
  for (const at of [1, 2]) {
    yield [`.github/workflows/part-${at}.yml`, write(workflow, 4, picker)];
  }
  for (let at = 1; at <= 6; at++) {
    yield [`web/src/part-${at}.test.ts`, write(typescriptTest, 14, picker)];
  }
}

/** Every language as often as its share says, over and over, with a running number. */
function* inTurn(): Generator<[number, Language]> {
  const round = languages.flatMap((language) => Array<Language>(language.share).fill(language));
  for (let at = 0; ; at++) {
    const language = round[at % round.length];
    if (language !== undefined) yield [at, language];
  }
}

/** Every third file was there before, with the first half of what it holds now. */
function sourceFile({ folder, extension, template }: Language, at: number, picker: Picker) {
  const path = picker.fill(`${folder}/{noun}/{verb}-${at}.${extension}`);
  const start = write(template, picker.between(3, 8), picker);
  const rest = write({ ...template, head: "" }, picker.between(3, 8), picker);
  return { path, before: at % 3 === 0 ? start : null, after: start + rest };
}

function write({ head, block }: Template, blocks: number, picker: Picker): string {
  const body = Array.from({ length: blocks }, () => picker.fill(block));
  return picker.fill(head) + body.join("");
}

function asNew([path, after]: readonly [string, string]): SampleFile {
  return { path, before: null, after };
}

/** Files only grow here, so what is added is what was not there. */
function addedLines({ before, after }: SampleFile): number {
  return lineCount(after) - lineCount(before ?? "");
}

function lineCount(text: string): number {
  return text.split("\n").length - 1;
}
