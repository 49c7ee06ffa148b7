/** One input: how its text is read, and what an empty one means. */
export interface Input<T> {
  /** What action.yml states as the default; "" when there is none. */
  readonly default: string;
  readonly isSecret: boolean;
  readonly read: (given: string) => Reading<T>;
}

/** What a text means, or what it must be instead, as the end of a sentence about it. */
type Reading<T> = { readonly value: T } | { readonly demand: string };

// Read by hand: a library of schemas would take longer to load than all else before the first request.
const plain = { default: "", isSecret: false };

/** Any text; null when empty. */
export function text(options: { readonly default?: string } = {}): Input<string | null> {
  return { ...plain, ...options, read: (given) => ({ value: given === "" ? null : given }) };
}

/** A text that must be there, and that nobody may see. */
export function secret(options: { readonly default?: string } = {}): Input<string> {
  const read = matching(/./s, "must not be empty");
  return { ...plain, ...options, isSecret: true, read };
}

/** A name that can stand in a marker, a file name, an artifact: letters, digits, `.`, `_` and `-`. */
export function identifier(usual: string): Input<string> {
  const demand = "must be 1 to 64 letters, digits, dots, underscores or hyphens";
  return { ...plain, default: usual, read: matching(/^[A-Za-z0-9._-]{1,64}$/, demand) };
}

/**
 * A text of a given form.
 * @param demand what it must be, as the end of a sentence about it
 */
export function word(form: RegExp, demand: string, usual: string): Input<string> {
  return { ...plain, default: usual, read: matching(form, demand) };
}

function matching(form: RegExp, demand: string): Input<string>["read"] {
  return (given) => (form.test(given) ? { value: given } : { demand });
}

export function choice<const Name extends string>(
  names: readonly Name[],
  usual: NoInfer<Name>,
): Input<Name> {
  const demand = `must be one of ${names.join(", ")}`;
  return { ...plain, default: usual, read: (given) => chosen(names, given, demand) };
}

/** One of the names, or null when empty. */
export function optionalChoice<const Name extends string>(
  names: readonly Name[],
): Input<Name | null> {
  const demand = `must be one of ${names.join(", ")}, or empty`;
  const read = (given: string): Reading<Name | null> =>
    given === "" ? { value: null } : chosen(names, given, demand);
  return { ...plain, read };
}

function chosen<Name extends string>(
  names: readonly Name[],
  given: string,
  demand: string,
): Reading<Name> {
  const value = names.find((name) => name === given);
  return value === undefined ? { demand } : { value };
}

/** `true` or `false`, as YAML's core schema writes them. */
export function flag(usual: boolean): Input<boolean> {
  const read = (given: string): Reading<boolean> => {
    if (/^(?:true|True|TRUE)$/.test(given)) return { value: true };
    if (/^(?:false|False|FALSE)$/.test(given)) return { value: false };
    return { demand: "must be true or false" };
  };
  return { ...plain, default: String(usual), read };
}

/** A whole number; null when empty. */
export function wholeNumber(limits: {
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}): Input<number | null> {
  const { min, max } = limits;
  const demand = `must be a whole number from ${min} to ${max}`;
  const read = (given: string): Reading<number | null> => {
    if (given === "") return { value: null };
    const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
    return value >= min && value <= max ? { value } : { demand };
  };
  return { ...plain, default: limits.default?.toString() ?? "", read };
}

/** A number with or without decimals; null when empty. */
export function decimal(limits: {
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}): Input<number | null> {
  const { min, max } = limits;
  const demand = `must be a number from ${min} to ${max}`;
  const read = (given: string): Reading<number | null> => {
    if (given === "") return { value: null };
    const value = /^\d{1,15}(\.\d{1,15})?$/.test(given) ? Number(given) : Number.NaN;
    return value >= min && value <= max ? { value } : { demand };
  };
  return { ...plain, default: limits.default?.toString() ?? "", read };
}

/** A whole number, or `auto`. */
export function countOrAuto(limits: {
  readonly min: number;
  readonly max: number;
}): Input<number | "auto"> {
  const count = wholeNumber(limits);
  const demand = `must be auto, or a whole number from ${limits.min} to ${limits.max}`;
  const read = (given: string): Reading<number | "auto"> => {
    if (given === "auto") return { value: given };
    const reading = count.read(given);
    return "value" in reading && reading.value !== null ? { value: reading.value } : { demand };
  };
  return { ...plain, default: "auto", read };
}

/** Texts separated by commas or line ends. */
export function list(): Input<readonly string[]> {
  const read = (given: string): Reading<readonly string[]> => {
    const parts = given.split(/[,\n]/).map((one) => one.trim());
    return { value: parts.filter(Boolean) };
  };
  return { ...plain, read };
}
