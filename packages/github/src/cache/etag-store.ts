/** Where answers to reads are kept from one run to the next. */
export interface EtagStore {
  /** What an earlier run saved, as text; null for nothing. Asked before the first read that may be kept. */
  readonly load: () => Promise<string | null>;
  /** Called once at the end, and only when something changed. */
  readonly save: (text: string) => Promise<void>;
}
