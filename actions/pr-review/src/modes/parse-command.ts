/** What somebody asks for in a comment. */
export type Command =
  | { readonly name: "review" | "help" }
  | { readonly name: "explain"; readonly id: string }
  | { readonly name: "ignore"; readonly id: string; readonly reason: string }
  /** Meant for us, and not understood; why, as a sentence. */
  | { readonly name: "unknown"; readonly fault: string };

/** The most of a comment's first line that is looked at. */
const lineLimit = 1000;

/** The command on a comment's first line; null when the comment is not meant for us. */
export function parseCommand(body: string): Command | null {
  const line =
    body
      .trimStart()
      .slice(0, lineLimit)
      .split(/[\r\n]/, 1)[0] ?? "";
  const [first, name = "", id = "", ...rest] = line.trim().split(/\s+/);
  if (first !== "/swarm") return null;
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
      return { name: "unknown", fault: "There is no such command." };
  }
}

/** The beginning of a fingerprint, long enough to mean one finding. */
function isId(id: string): boolean {
  return /^[0-9a-f]{6,16}$/.test(id);
}

function needsId(name: "explain" | "ignore"): Command {
  const fault = `\`/swarm ${name}\` needs the id of a finding, as it stands below each of them.`;
  return { name: "unknown", fault };
}
