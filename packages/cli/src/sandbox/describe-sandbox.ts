import { counted, visibleLine } from "@swarm-actions/display";
import type { Sandbox } from "@swarm-actions/sandbox";

/** What runs where, and how to use it. @param keys files by the slugs of Apps */
export function describeSandbox(sandbox: Sandbox, keys: ReadonlyMap<string, string>): string {
  return [
    `A local GitHub listens on ${sandbox.url}`,
    ...section("Repositories", repositories(sandbox)),
    ...section("Tokens", tokens(sandbox)),
    ...section("Apps", apps(sandbox, keys)),
    ...section("For a shell", variables(sandbox)),
    "",
    "Ctrl-C ends it and leaves nothing behind.",
    "",
  ].join("\n");
}

type Row = readonly string[];

function repositories({ url, world }: Sandbox): Row[] {
  return [...world.repositories.values()].map(({ owner, name, private: hidden, issues }) => {
    const pulls = [...issues.values()].filter(({ pullRequest }) => pullRequest !== null);
    const held = counted(pulls.length, "pull request");
    return [`${url}/${owner.login}/${name}.git`, `${hidden ? "private, " : ""}${held}`];
  });
}

function tokens({ world }: Sandbox): Row[] {
  return [...world.tokens.values()].map(({ value, kind, actor, permissions }) => {
    const may = Object.entries(permissions ?? {}).map(([name, access]) => `${name}: ${access}`);
    return [value, `${kind} ${actor.login}`, may.join(", ")];
  });
}

function apps({ world }: Sandbox, keys: ReadonlyMap<string, string>): Row[] {
  return [...world.apps.values()]
    .filter((app) => app !== world.actionsApp)
    .map(({ id, slug }) => [slug, `id ${id}`, `private key ${keys.get(slug) ?? "as you have it"}`]);
}

function variables({ url, world }: Sandbox): Row[] {
  const [token] = world.tokens.keys();
  const all = [`export GITHUB_API_URL=${url}`, `export GITHUB_GRAPHQL_URL=${url}/graphql`];
  return [...all, ...(token === undefined ? [] : [`export GITHUB_TOKEN=${token}`])].map((line) => [
    line,
  ]);
}

/** Columns as wide as their widest cell. Names come from a file that anyone may have written. */
function section(title: string, rows: readonly Row[]): string[] {
  if (rows.length === 0) return [];
  const clean = rows.map((row) => row.map(visibleLine));
  const width = (column: number): number =>
    Math.max(...clean.map((row) => row[column]?.length ?? 0));
  const lines = clean.map((row) => row.map((cell, index) => cell.padEnd(width(index))).join("  "));
  return ["", title, ...lines.map((line) => `  ${line.trimEnd()}`)];
}
