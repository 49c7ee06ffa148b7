/** Media types that the description tells in prose only, by operation. GitHub answers text for each. */
const textMedia: ReadonlyMap<string, readonly string[]> = new Map([
  ["/repos/{owner}/{repo}/pulls/{pull_number}", ["diff", "patch"]],
  ["/repos/{owner}/{repo}/contents/{path}", ["raw", "html"]],
  ["/repos/{owner}/{repo}/git/blobs/{file_sha}", ["raw"]],
]);

/** @param type The answer's media type, without a version: `application/vnd.github.diff`. */
export function takesTextMedia(template: string, type: string): boolean {
  const match = /^application\/vnd\.github\.([a-z]+)$/u.exec(type);
  return match !== null && (textMedia.get(template) ?? []).includes(match[1] ?? "");
}
