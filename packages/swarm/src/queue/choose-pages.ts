import { parseName } from "./names.ts";

/** A page on the board, and whose it is. */
interface ListedPage {
  readonly name: string;
  readonly attempt: number;
  readonly worker: number;
  readonly page: number;
}

/** Whose pages are looked for, and who looks. */
export interface PageSeeker {
  readonly key: string;
  readonly epoch: number;
  readonly worker: number;
  readonly attempt: number;
}

/** Pages of others, and of earlier attempts, each worker's in the order in which it wrote them. */
export function pagesOfOthers(names: readonly string[], seeker: PageSeeker): readonly ListedPage[] {
  const pages = names.flatMap((name): ListedPage[] => {
    const at = parseName(name, seeker.key);
    if (at?.kind !== "result" || at.epoch !== seeker.epoch) return [];
    const isOwn = at.worker === seeker.worker && at.attempt === seeker.attempt;
    return isOwn ? [] : [{ name, attempt: at.attempt, worker: at.worker, page: at.page }];
  });
  return pages.sort((a, b) => a.page - b.page);
}

/** The last page of each: it says where its worker stands. */
export function newestPages(pages: readonly ListedPage[]): readonly ListedPage[] {
  const newest = new Map(pages.map((page) => [`${page.attempt} ${page.worker}`, page]));
  return [...newest.values()];
}
