import { brokenDiff, quoted } from "./broken-diff.ts";
import type { Cursor } from "./cursor.ts";
import { type FileHeader, isAdded, isDeleted, nameForPeople } from "./file-header.ts";

/** Refuses a header that is incomplete or contradicts itself. The cursor stands behind it. */
export function checkHeader(header: FileHeader, cursor: Cursor): void {
  const file = (): string => quoted(nameForPeople(header));
  const lacking = whatIsLacking(header, cursor.startsWith("@@"));
  if (lacking !== null)
    throw brokenDiff("cut-off", cursor.line, `${lacking} missing for ${file()}`);
  const contradicts =
    (isAdded(header) && (isDeleted(header) || typeof header.oldName === "string")) ||
    (isDeleted(header) && typeof header.newName === "string") ||
    (header.move !== null && (isAdded(header) || isDeleted(header)));
  if (contradicts)
    throw brokenDiff("malformed", header.line, `the header of ${file()} contradicts itself`);
}

function whatIsLacking(header: FileHeader, hunksFollow: boolean): string | null {
  if (header.move !== null && header.movedFrom === null) return "the line it was moved from is";
  if (header.move !== null && header.movedTo === null) return "the line it was moved to is";
  if (header.similarity !== null && header.move === null) return "where it was moved is";
  if (header.oldName !== undefined && header.newName === undefined) return "the +++ line is";
  if (header.oldName === undefined && header.newName !== undefined) return "the --- line is";
  if (header.oldName !== undefined && !hunksFollow) return "hunks are";
  return isHalfModeChange(header) ? "the new mode is" : null;
}

function isHalfModeChange(header: FileHeader): boolean {
  return header.stated === null && (header.oldMode === null) !== (header.newMode === null);
}

/** Ids that git gives to an absent file (all zeros) and to an empty one, for SHA-1 and SHA-256. */
const emptyBlobs = [
  "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
  "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
];

/** Whether nothing but the two names was said: git never leaves it at that. */
export function saysNothing(header: FileHeader): boolean {
  const { stated, move, blobs, oldMode, newMode, binary } = header;
  return [stated, move, blobs, oldMode, newMode].every((field) => field === null) && !binary;
}

/**
 * Whether the header says that lines differ, so that a file without hunks hides something: it was
 * cut off, or made with an option that leaves changes out. Either way nobody could review it.
 */
export function promisesHunks(header: FileHeader): boolean {
  if (header.binary) return false;
  if (header.blobs === null) return header.similarity !== null && header.similarity < 100;
  const [oldBlob, newBlob] = header.blobs;
  return oldBlob !== newBlob && !(isEmptyBlob(oldBlob) && isEmptyBlob(newBlob));
}

function isEmptyBlob(id: string): boolean {
  return /^0+$/.test(id) || emptyBlobs.some((empty) => empty.startsWith(id));
}
