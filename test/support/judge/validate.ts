import { Ajv2019, type ErrorObject } from "ajv/dist/2019.js";
import { fullFormats } from "ajv-formats/dist/formats.js";
import type { Schemas } from "./description.ts";

/** `text`: values as they stand in an address, where `"7"` is a number. `json`: as they are. */
type Wire = "json" | "text";

/** One fault of a value: where, and what. */
interface Fault {
  readonly at: string;
  readonly message: string;
}

/** Tells what is wrong with a value by the schema of a name. */
export type FindFaults = (name: string, value: unknown, wire?: Wire) => readonly Fault[];

/**
 * Compiles schemas at first use. With `text` the value's parts are turned into what the schema wants.
 * @param read The schemas; asked for when they are needed.
 */
export function createFindFaults(read: () => Schemas): FindFaults {
  const engines = { json: createEngine(false), text: createEngine("array") };
  return (name, value, wire = "json") => {
    addWithReferences(engines[wire], read(), name);
    const validate = engines[wire].getSchema(name);
    if (validate === undefined) throw new Error(`There is no schema ${name}.`);
    return validate(value) ? [] : (validate.errors ?? []).filter(isTelling).map(toFault);
  };
}

function createEngine(coerceTypes: "array" | false): Ajv2019 {
  return new Ajv2019({
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
    coerceTypes,
  });
}

/** A schema and what it refers to, not all of them: walking the whole description takes a second. */
function addWithReferences(engine: Ajv2019, schemas: Schemas, name: string): void {
  if (engine.schemas[name] !== undefined) return;
  const schema = schemas[name];
  if (schema === undefined) throw new Error(`There is no schema ${name}.`);
  engine.addSchema(schema, name);
  for (const [, reference] of JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/gu)) {
    if (reference !== undefined) addWithReferences(engine, schemas, reference);
  }
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
