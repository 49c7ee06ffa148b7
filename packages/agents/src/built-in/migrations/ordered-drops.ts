import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import { addedLines, placeOfLines } from "../added-lines.ts";
import type { Observation } from "../define.ts";
import { isFixturePath, isTestPath, isVendoredPath } from "../path-kinds.ts";

interface Tool {
  /** Paths of its migrations. */
  readonly path: RegExp;
  /** Calls that drop a table or a column. */
  readonly drop: RegExp;
  /** Opens the part that leads forward, or the part that leads back. */
  readonly up: RegExp;
  readonly down: RegExp;
}

const tools: readonly Tool[] = [
  {
    path: /(^|\/)db\/(?:\w+_)?migrate\/[^/]+\.rb$/,
    drop: /^\s*(?:drop_table|remove_columns?|t\.remove)\b/,
    up: /^\s*def (?:self\.)?(?:up|change)\b/,
    down: /^\s*def (?:self\.)?down\b/,
  },
  {
    path: /(^|\/)(?:migrations|alembic)\/(?:[^/]+\/)*[^/]+\.py$/,
    drop: /^\s*(?:(?:batch_)?op\.drop_(?:table|column)|migrations\.(?:DeleteModel|RemoveField))\s*\(/,
    up: /^def upgrade\w*\b|^\s*operations\b/,
    down: /^def downgrade\w*\b/,
  },
  {
    path: /(^|\/)migrations?\/(?:[^/]+\/)*[^/]+\.[cm]?[jt]s$/,
    drop: /\.(?:dropTable|dropTableIfExists|dropColumns?|removeColumn)\s*\(/,
    up: /\bup\b\s*[(=:]/,
    down: /\bdown\b\s*[(=:]/,
  },
];

/** Whether a tool that is told in code, not in SQL, keeps its migrations there. */
export function isOrderedMigrationPath(path: string): boolean {
  return tools.some((tool) => tool.path.test(path));
}

/** Drops that a migration orders through Rails, Django, Alembic, Knex and their kin. */
export function* orderedDrops(task: ReviewTask): Iterable<Observation> {
  for (const file of task.files) {
    const { path } = file.diff;
    const tool = tools.find((candidate) => candidate.path.test(path));
    if (tool === undefined || file.diff.newPath === null || isVendoredPath(path)) continue;
    const severity = isTestPath(path) || isFixturePath(path) ? "low" : "medium";
    const drops = forwardDrops(file, tool);
    for (const line of addedLines(file)) {
      if (!drops.has(line.line)) continue;
      const message =
        "This drops data that the running release may still use. Drop it in a release after the one that stopped using it.";
      yield { place: placeOfLines(line), message, severity };
    }
  }
}

/** Lines that drop something on the way forward, by number. */
function forwardDrops(file: TaskFile, tool: Tool): ReadonlySet<number> {
  const drops = new Set<number>();
  let forward = false;
  for (const [line, whole] of linesOf(file)) {
    const text = whole.slice(0, 500);
    if (tool.down.test(text)) forward = false;
    else if (tool.up.test(text)) forward = true;
    if (forward && tool.drop.test(text)) drops.add(line);
  }
  return drops;
}

/** The lines of the new side with their numbers, or those that the diff shows. */
function linesOf(file: TaskFile): readonly (readonly [number, string])[] {
  if (file.after !== null) return file.after.split("\n").map((text, index) => [index + 1, text]);
  return file.diff.hunks.flatMap((hunk) =>
    hunk.lines.flatMap(({ newLine, text }) => (newLine === null ? [] : [[newLine, text] as const])),
  );
}
