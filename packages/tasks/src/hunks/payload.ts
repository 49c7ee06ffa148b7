import { z } from "zod";

const path = z.string().min(1).max(4096);
const fingerprints = z.array(z.string().regex(/^[0-9a-f]{32}$/)).max(100_000);

/** A part of a changed file: all of its hunks, or some. */
const part = z.strictObject({
  path,
  /** Fingerprints of the hunks to look at; none for a file without text to show. */
  hunks: fingerprints,
  /** Whether no earlier task holds a part of the file: what is said of whole files is said here. */
  first: z.boolean(),
  /** The hunks as a unified diff, for programs; agents read the change itself. */
  diff: z.string(),
});

/** What a task of a change is about. */
export const hunksPayload = z.strictObject({
  /** True in one task of the change: agents that need all of it are asked here. */
  lead: z.boolean(),
  files: z.array(part).min(1).max(100_000),
  /** Fingerprints of hunks that an earlier review stands for: nobody is asked about them. Default none. */
  carried: fingerprints.optional(),
});

export type HunksPayload = z.infer<typeof hunksPayload>;
export type FilePart = z.infer<typeof part>;

/** A file of the change as a task: what the source `files` gives. */
export const filePayload = z.strictObject({ path });
