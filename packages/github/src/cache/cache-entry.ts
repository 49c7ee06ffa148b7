/** An answer that may be shown again when GitHub says that it still holds. */
export interface CacheEntry {
  /** Who asked, for which form, where. */
  readonly key: string;
  /** GitHub gives every token other tags for the same answer. */
  readonly etag: string;
  /** The beginning of the digest of the token that the tag was given to. */
  readonly holder: string;
  /** For other tokens: when it last changed, as an HTTP date; null when that is not known well enough. */
  readonly lastModified: string | null;
  readonly contentType: string;
  /** The header that leads to further pages, or null. */
  readonly link: string | null;
  readonly body: string;
}

const longestBody = 512 * 1024;
const etagForm = /^(W\/)?"[\x21\x23-\x7e]{1,200}"$/;
const dateForm = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const headerForm = /^[\x20-\x7e]{0,4000}$/;

/**
 * Whether an entry may be used. What a cache holds was perhaps not written by us, so it must not lead
 * anywhere else, nor be read as a header.
 * @param base what every address must begin with
 */
export function isSound(entry: unknown, base: string): entry is CacheEntry {
  if (typeof entry !== "object" || entry === null) return false;
  const { key, etag, holder, lastModified, contentType, link, body } = entry as Partial<
    Record<string, unknown>
  >;
  if (typeof key !== "string" || key.length > 4000) return false;
  if (typeof etag !== "string" || !etagForm.test(etag)) return false;
  if (typeof holder !== "string" || !/^[0-9a-f]{8}$/.test(holder)) return false;
  if (lastModified !== null && (typeof lastModified !== "string" || !dateForm.test(lastModified))) {
    return false;
  }
  if (typeof contentType !== "string" || !headerForm.test(contentType)) return false;
  if (link !== null && (typeof link !== "string" || !leadsOnlyTo(link, base))) return false;
  return typeof body === "string" && body.length <= longestBody;
}

function leadsOnlyTo(link: string, base: string): boolean {
  const targets = [...link.matchAll(/<([^<>]*)>/g)].map(([, target = ""]) => target);
  return headerForm.test(link) && targets.every((target) => target.startsWith(`${base}/`));
}

/** What decides about trust is asked for anew each time, whatever a cache claims. */
const neverKept = /\/actions\/|\/(permission|installation|memberships|pulls)$/;

export function mayBeKept(url: URL): boolean {
  return !neverKept.test(url.pathname);
}
