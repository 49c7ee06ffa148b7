import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import type { Fault } from "./source.ts";

const folder = "workflow-templates";
const oneLine = { type: "string", minLength: 3, pattern: "^[^\\n]*$" };

/** What GitHub's gallery reads of a template; categories are those it has of its own. */
const schema = {
  type: "object",
  additionalProperties: false,
  required: ["name", "description", "iconName", "categories", "creator"],
  properties: {
    name: { ...oneLine, maxLength: 60 },
    description: { ...oneLine, maxLength: 250 },
    iconName: { type: "string", pattern: "^(octicon [a-z-]+|[\\w-]+)$" },
    categories: {
      type: "array",
      minItems: 1,
      uniqueItems: true,
      items: {
        enum: [
          "continuous-integration",
          "deployment",
          "testing",
          "code-quality",
          "code-review",
          "dependency-management",
          "monitoring",
          "Automation",
          "utilities",
        ],
      },
    },
    creator: oneLine,
    filePatterns: { type: "array", minItems: 1, items: { type: "string", format: "regex" } },
    labels: { type: "array", items: { const: "preview" } },
  },
};

const isSound = new Ajv({ formats: { regex: isPattern } }).compile(schema);

/** A template without properties, properties without a template, or ones the gallery cannot show. */
export function checkProperties(top: string): readonly Fault[] {
  const files = existsSync(join(top, folder)) ? readdirSync(join(top, folder)) : [];
  const named = (ending: string): readonly string[] =>
    files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  const [templates, described] = [named(".yml"), named(".properties.json")];
  return [
    ...templates
      .filter((name) => !described.includes(name))
      .map((name) => fault(`${name}.yml`, `${name}.properties.json is missing`)),
    ...described
      .filter((name) => !templates.includes(name))
      .map((name) => fault(`${name}.properties.json`, `there is no ${name}.yml`)),
    ...described.flatMap((name) => faultsIn(top, `${name}.properties.json`)),
  ];
}

function faultsIn(top: string, file: string): readonly Fault[] {
  const properties = parse(readFileSync(join(top, folder, file), "utf8"));
  if (!isSound(properties)) {
    const [error] = isSound.errors ?? [];
    return [fault(file, `${error?.instancePath || "/"} ${error?.message}`)];
  }
  const { iconName } = properties as { iconName: string };
  const icon = join(top, folder, `${iconName}.svg`);
  if (iconName.startsWith("octicon ") || existsSync(icon)) return [];
  return [fault(file, `there is no ${iconName}.svg`)];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function fault(file: string, message: string): Fault {
  return { path: `${folder}/${file}`, line: 1, rule: "swarm-actions/properties", message };
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
