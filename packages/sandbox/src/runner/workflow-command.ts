/** One `::name key=value,…::data` line of a step's output. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/** The command that a line is; null: it is plain text. */
export function parseWorkflowCommand(line: string): WorkflowCommand | null {
  const text = line.trimStart();
  const end = text.indexOf("::", 2);
  if (!text.startsWith("::") || end < 0) return null;
  const head = text.slice(2, end);
  const space = head.indexOf(" ");
  const name = space < 0 ? head : head.slice(0, space);
  if (name === "") return null;
  const properties = space < 0 ? "" : head.slice(space + 1);
  return { name, properties: parseProperties(properties), data: unescapeData(text.slice(end + 2)) };
}

function parseProperties(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(",").flatMap((pair): [string, string][] => {
    const equals = pair.indexOf("=");
    if (equals <= 0 || equals === pair.length - 1) return [];
    return [[pair.slice(0, equals).trim(), unescapeProperty(pair.slice(equals + 1))]];
  });
  return new Map(pairs);
}

function unescapeData(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function unescapeProperty(text: string): string {
  const plain = text.replaceAll("%0D", "\r").replaceAll("%0A", "\n");
  return plain.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");
}
