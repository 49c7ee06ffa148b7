import type { Conversation, ExistingThread } from "../conversation.ts";
import { type FindingMarker, readFindingMarker } from "../markers/finding-marker.ts";
import { isProgram } from "../trust.ts";

/** A thread that a review with this key opened. */
export interface OurThread extends ExistingThread {
  readonly marker: FindingMarker;
  /** Whether a person wrote in it. */
  readonly isDiscussed: boolean;
}

export function ourThreads(
  { threads }: Pick<Conversation, "threads">,
  key: string,
): readonly OurThread[] {
  return threads.flatMap((thread) => {
    const [opening] = thread.comments;
    if (opening === undefined || !isProgram(opening.author)) return [];
    const marker = readFindingMarker(opening.body);
    if (marker?.key !== key) return [];
    const isDiscussed = thread.comments.some(({ author }) => !isProgram(author));
    return [{ ...thread, marker, isDiscussed }];
  });
}
