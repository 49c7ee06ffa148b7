import { Ajv2019, type ErrorObject, type ValidateFunction } from "ajv/dist/2019.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { readDescription } from "./read-description.ts";

/** `text`: values as they stand in an address, where `"7"` is a number. `json`: as they are. */
type Wire = "json" | "text";

/** One fault of a value: where, and what. */
export interface Fault {
  readonly at: string;
  readonly message: string;
}

const engines = new Map<Wire, Ajv2019>();

function engineFor(wire: Wire): Ajv2019 {
  const known = engines.get(wire);
  if (known !== undefined) return known;
  const engine = new Ajv2019({
    allErrors: true,
    strict: false,
    // Checking the description itself would take longer than judging by it.
    validateSchema: false,
    inlineRefs: false,
    formats: {
      ...fullFormats,
      "uri-template": true,
      "repo.nwo": true,
      timestamp: true,
      binary: true,
    },
    coerceTypes: wire === "text" ? "array" : false,
  });
  engines.set(wire, engine);
  return engine;
}

function validatorFor(name: string, wire: Wire): ValidateFunction {
  const engine = engineFor(wire);
  addWithReferences(engine, name);
  const found = engine.getSchema(name);
  if (found === undefined) throw new Error(`There is no schema ${name}.`);
  return found;
}

/** A schema and what it refers to, not all of them: walking the whole description takes a second. */
function addWithReferences(engine: Ajv2019, name: string): void {
  if (engine.schemas[name] !== undefined) return;
  const schema = readDescription().schemas[name];
  if (schema === undefined) throw new Error(`There is no schema ${name}.`);
  engine.addSchema(schema, name);
  for (const [, reference] of JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/gu)) {
    if (reference !== undefined) addWithReferences(engine, reference);
  }
}

/** Compiled at first use. With `text` the value's parts are turned into what the schema wants. */
export function findFaults(name: string, value: unknown, wire: Wire = "json"): readonly Fault[] {
  const validate = validatorFor(name, wire);
  return validate(value) ? [] : (validate.errors ?? []).filter(isTelling).map(toFault);
}

/** That no branch fits is told by the branches' own faults. */
function isTelling(error: ErrorObject, _index: number, all: readonly ErrorObject[]): boolean {
  return error.keyword !== "anyOf" || all.length === 1;
}

function toFault(error: ErrorObject): Fault {
  const { unevaluatedProperty, additionalProperty, allowedValues } = error.params;
  const key: unknown = unevaluatedProperty ?? additionalProperty;
  if (typeof key === "string") {
    return { at: `${error.instancePath}/${key}`, message: "is a key that GitHub does not list" };
  }
  const choices = Array.isArray(allowedValues) ? `: ${allowedValues.join(", ")}` : "";
  return { at: error.instancePath || "/", message: `${error.message ?? error.keyword}${choices}` };
}
