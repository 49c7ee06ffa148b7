import { z } from "zod";

/** One input: how its text is read, and what an empty one means. */
export interface Input<T> {
  /** What action.yml states as the default; "" when there is none. */
  readonly default: string;
  readonly isSecret: boolean;
  readonly schema: z.ZodType<T, string>;
}

const plain = { default: "", isSecret: false };

/** Any text; null when empty. */
export function text(options: { readonly default?: string } = {}): Input<string | null> {
  const schema = z.string().transform((given) => (given === "" ? null : given));
  return { ...plain, ...options, schema };
}

/** A text that must be there, and that nobody may see. */
export function secret(options: { readonly default?: string } = {}): Input<string> {
  return { ...plain, ...options, isSecret: true, schema: z.string().min(1, "must not be empty") };
}

/** A name that can stand in a marker, a file name, an artifact: letters, digits, `.`, `_` and `-`. */
export function identifier(usual: string): Input<string> {
  const error = "must be 1 to 64 letters, digits, dots, underscores or hyphens";
  return { ...plain, default: usual, schema: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, error) };
}

export function choice<const Name extends string>(
  names: readonly Name[],
  usual: NoInfer<Name>,
): Input<Name> {
  const error = `must be one of ${names.join(", ")}`;
  return { ...plain, default: usual, schema: chosen(names, error) };
}

/** One of the names, or null when empty. */
export function optionalChoice<const Name extends string>(
  names: readonly Name[],
): Input<Name | null> {
  const error = `must be one of ${names.join(", ")}, or empty`;
  const empty = z.literal("").transform(() => null);
  return { ...plain, schema: z.union([empty, chosen(names, error)], { error }) };
}

function chosen<Name extends string>(
  names: readonly Name[],
  error: string,
): z.ZodType<Name, string> {
  return z.string().refine((given): given is Name => names.some((name) => name === given), {
    error,
  }) as unknown as z.ZodType<Name, string>;
}

/** `true` or `false`, as YAML's core schema writes them. */
export function flag(usual: boolean): Input<boolean> {
  const schema = z
    .string()
    .regex(/^(?:true|True|TRUE|false|False|FALSE)$/, "must be true or false")
    .transform((given) => given.toLowerCase() === "true");
  return { ...plain, default: String(usual), schema };
}

/** A whole number; null when empty. */
export function wholeNumber(limits: {
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}): Input<number | null> {
  const { min, max } = limits;
  const error = `must be a whole number from ${min} to ${max}`;
  const number = z
    .string()
    .regex(/^\d{1,15}$/, error)
    .transform(Number)
    .refine((value) => value >= min && value <= max, error);
  const empty = z.literal("").transform(() => null);
  const schema = z.union([empty, number], { error });
  return { ...plain, default: limits.default?.toString() ?? "", schema };
}

/** Texts separated by commas or line ends. */
export function list(): Input<readonly string[]> {
  const schema = z.string().transform((given) =>
    given
      .split(/[,\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  );
  return { ...plain, schema };
}
