import type { Author } from "./conversation.ts";

/**
 * A program wrote it: this one, or one that went by another token. Only what programs wrote is read back
 * as data, since whoever may comment could write a marker.
 */
export function isProgram({ isSelf, isBot }: Author): boolean {
  return isSelf || isBot;
}

/** A program, or somebody of the repository: nobody else's comment is ever written over. */
export function isTrusted(author: Author): boolean {
  return isProgram(author) || ["OWNER", "MEMBER", "COLLABORATOR"].includes(author.association);
}
