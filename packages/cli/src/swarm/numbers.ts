import { InvalidArgumentError } from "commander";

/** A reader of a whole number, for an option. */
export function wholeFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most)
      return Number(text);
    throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
  };
}

/** A reader of a number of any kind, for an option. */
export function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = text.trim() === "" ? Number.NaN : Number(text);
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Use a number from ${least} to ${most}.`);
  };
}
