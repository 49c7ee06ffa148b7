/** Only printable characters, and a host of plain letters: no user names, no look-alikes, no tricks. */
const plainUrl =
  /^https?:\/\/([a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?)(:\d{1,5})?(?:[/?#][^\s\\<>"'`]*)?$/i;

/** What GitHub links back to, so that whoever follows it is told. */
const crossReferences = new Set(["issues", "pull", "pulls", "discussions", "commit", "commits"]);

/**
 * Whether a link may lead there: `http` or `https` to one of the hosts, and not to an issue, a pull
 * request, a discussion or a commit, where GitHub would leave a trace.
 * @param hosts `example.com`, `*.example.com` for all below it, `example.com:8080` for a port.
 */
export function isAllowedUrl(url: string, hosts: readonly string[]): boolean {
  const [, name, port = ""] = plainUrl.exec(url) ?? [];
  if (name === undefined || !URL.canParse(url)) return false;
  // An address within an address may be taken for one of its own.
  if (url.indexOf("://") !== url.lastIndexOf("://")) return false;
  const host = name.toLowerCase() + port;
  return hosts.some((pattern) => matches(host, pattern.toLowerCase())) && !isReference(url);
}

function matches(host: string, pattern: string): boolean {
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function isReference(url: string): boolean {
  const [, , place = "", target = ""] = new URL(url).pathname.split("/").filter(Boolean).map(plain);
  return crossReferences.has(place) && target !== "";
}

function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment.toLowerCase();
  }
}
