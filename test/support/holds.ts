/** By task: files that have to be there before it ends, so that a busy machine does not decide who is first. */
export type Holds = Readonly<Record<string, readonly string[]>>;
