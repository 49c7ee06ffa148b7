/** What numbers and texts of a page may be at most; both its schema and the quick look at results go by it. */
export const bounds = {
  /** Milliseconds since 1970, in this century. */
  instant: { least: 946_684_800_000, most: 4_102_444_800_000 },
  /** Up to a year: more than any job may last. */
  seconds: 31_622_400,
  count: 1_000_000_000,
  /** US dollars of one result. */
  dollars: 1_000_000,
  weight: 1_000_000,
  votes: 100_000,
  ranking: 1_000,
  /** UTF-16 units of a key, an item or a label; of a name; of what explains. */
  key: 4_096,
  name: 400,
  text: 65_536,
} as const;
