/** `mutation Publish`: what a document calls itself. */
export function operationOf(document: string): string {
  const [, kind = "query", name = ""] =
    /^\s*(query|mutation)\b[ \t]*([A-Za-z_]\w{0,100})?/.exec(document) ?? [];
  return `${kind} ${name}`.trim();
}
