/** What to do on the board next. One thing at a time; tasks go on meanwhile. */
export type BoardStep =
  | { readonly do: "claim"; readonly slot: number }
  /** `pages`: read what others have done, too. */
  | { readonly do: "look"; readonly pages: boolean }
  /** Put up the results that are new. */
  | { readonly do: "put" }
  /** Nothing before that time, in seconds, unless something happens. */
  | { readonly do: "wait"; readonly until: number }
  | { readonly do: "leave" };

/** A step, once it is time for it. */
export function stepAt(time: number, now: number, step: BoardStep): BoardStep {
  return now >= time ? step : { do: "wait", until: time };
}
