import { nearest } from "@swarm-actions/core";

/** What somebody asks for in a comment. */
export type Command =
  | { readonly name: "review" | "help" }
  | { readonly name: "explain"; readonly id: string }
  | { readonly name: "ignore"; readonly id: string; readonly reason: string }
  /** Meant for us, and not understood; why, as a sentence. */
  | { readonly name: "unknown"; readonly fault: string };

/** The most of a comment's first line that is looked at. */
const lineLimit = 1000;

const names = ["review", "ignore", "explain", "help"] as const;

/** The command on a comment's first line; null when the comment is not meant for us. */
export function parseCommand(body: string): Command | null {
  const line = firstLine(body);
  const [first, name = "", id = "", ...rest] = line.trim().split(/\s+/);
  if (first !== "/swarm" || isCode(line)) return null;
  const reason = rest.join(" ");
  switch (name) {
    case "":
    case "help":
      return { name: "help" };
    case "review":
      return { name };
    case "explain":
      return isId(id) ? { name, id } : needsId(name);
    case "ignore":
      if (!isId(id)) return needsId(name);
      if (reason !== "") return { name, id, reason };
      return { name: "unknown", fault: "Say why: `/swarm ignore <id> <reason>`." };
    default:
      return noSuchCommand(name);
  }
}

/** The first that is not blank, with what it is indented by, or the beginning of it. */
function firstLine(body: string): string {
  const blank = body.slice(0, body.length - body.trimStart().length);
  const from = Math.max(blank.lastIndexOf("\n"), blank.lastIndexOf("\r")) + 1;
  return body.slice(from, from + lineLimit).split(/[\r\n]/, 1)[0] ?? "";
}

/** Markdown shows a line as code that is indented by a tab or four spaces. */
function isCode(line: string): boolean {
  return /^( {4}| {0,3}\t)/.test(line);
}

function noSuchCommand(name: string): Command {
  const meant = nearest(name, names);
  const hint = meant === null ? "" : ` Did you mean \`/swarm ${meant}\`?`;
  return { name: "unknown", fault: `There is no such command.${hint}` };
}

/** The beginning of a fingerprint, long enough to mean one finding. */
function isId(id: string): boolean {
  return /^[0-9a-f]{6,16}$/.test(id);
}

function needsId(name: "explain" | "ignore"): Command {
  const fault = `\`/swarm ${name}\` needs the id of a finding, as it stands below each of them.`;
  return { name: "unknown", fault };
}
