import type { Answer, Caller } from "./sides.ts";

/** One call, made on both sides in the same order. */
export interface Step {
  /** `area/what`; what the answer holds, later steps name with `{area/what:field.field}`. */
  readonly name: string;
  readonly as: Caller;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

type Options = Partial<Pick<Step, "as" | "body">>;

/** A step; `~` stands for the repository. By default it is `ada` who calls. */
export function step(name: string, call: string, options: Options = {}): Step {
  const [method = "GET", path = ""] = call.split(" ");
  const whole = path.replace(/^~/, "/repos/ada/shop");
  return { name, as: options.as ?? "ada", method, path: whole, body: options.body };
}

/** The same step with what earlier answers hold put in. @throws Error when they hold no such thing */
export function fillIn(one: Step, answers: ReadonlyMap<string, Answer>): Step {
  const fill = (text: string): string =>
    text.replace(/\{([a-z-]+\/[a-z-]+):([\w.]+)\}/g, (_, name: string, field: string) => {
      const start = answers.get(name)?.body;
      const value = field.split(".").reduce<unknown>((part, key) => at(part, key), start);
      if (value === undefined) throw new Error(`${one.name}: ${name} has no ${field}`);
      return String(value);
    });
  const body = one.body === undefined ? undefined : JSON.parse(fill(JSON.stringify(one.body)));
  return { ...one, path: fill(one.path), body };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
