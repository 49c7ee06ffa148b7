import { CodedError, nearest } from "@swarm-actions/core";

/** Which repositories are meant. Within a list any will do; every list that is not empty must have one. */
export interface RepositoryQuery {
  readonly owners: readonly { readonly kind: "organization" | "user"; readonly login: string }[];
  readonly names: readonly string[];
  readonly languages: readonly string[];
  readonly visibilities: readonly string[];
  /** Every one of them. */
  readonly topics: readonly string[];
  /** By name: any of these values. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  readonly archived: "true" | "false" | "any";
  readonly fork: "true" | "false" | "any";
  /** What takes out again. */
  readonly without: { readonly names: readonly string[]; readonly topics: readonly string[] };
}

const words = [
  "org",
  "user",
  "name",
  "topic",
  "language",
  "visibility",
  "property",
  "archived",
  "fork",
];

/**
 * Reads a query such as `org:acme topic:service -name:legacy-* property:tier=1 archived:false`, over any
 * number of lines.
 * @throws CodedError `tasks/invalid-query`
 */
export function readQuery(select: string): RepositoryQuery {
  const parts = select
    .split(/\s+/)
    .filter((part) => part !== "")
    .map(readPart);
  const of = (word: string, isOut = false): string[] =>
    parts.filter((part) => part.word === word && part.isOut === isOut).map(({ value }) => value);
  const owners = parts.flatMap(({ word, value }) =>
    word === "org" || word === "user"
      ? [{ kind: word === "org" ? ("organization" as const) : ("user" as const), login: value }]
      : [],
  );
  if (owners.length === 0) throw invalid("it names no organisation", "Begin with org:NAME.");
  return {
    owners,
    names: of("name"),
    languages: of("language").map((one) => one.toLowerCase()),
    visibilities: of("visibility"),
    topics: of("topic"),
    properties: propertiesOf(of("property")),
    archived: flagOf(of("archived"), "false"),
    fork: flagOf(of("fork"), "any"),
    without: { names: of("name", true), topics: of("topic", true) },
  };
}

interface Part {
  readonly word: string;
  readonly value: string;
  readonly isOut: boolean;
}

function readPart(text: string): Part {
  const isOut = text.startsWith("-");
  const bare = isOut ? text.slice(1) : text;
  const at = bare.indexOf(":");
  const [word, value] = [bare.slice(0, Math.max(0, at)), bare.slice(at + 1)];
  if (!words.includes(word) || value === "" || value.length > 200) throw unknown(text, word);
  if (isOut && word !== "name" && word !== "topic") {
    throw invalid(`"${text}" takes nothing out`, "Only -name: and -topic: take out.");
  }
  if ((word === "org" || word === "user") && !/^[A-Za-z0-9_-]{1,100}$/.test(value)) {
    throw invalid(`"${value}" is no name of an account`, "Write org:NAME or user:NAME.");
  }
  return { word, value, isOut };
}

function propertiesOf(values: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const properties = new Map<string, string[]>();
  for (const text of values) {
    const at = text.indexOf("=");
    if (at < 1) throw invalid(`"property:${text}" has no value`, "Write property:NAME=VALUE.");
    const name = text.slice(0, at);
    properties.set(name, [...(properties.get(name) ?? []), text.slice(at + 1)]);
  }
  return properties;
}

function flagOf(values: readonly string[], usual: "false" | "any"): "true" | "false" | "any" {
  const value = values.at(-1) ?? usual;
  if (value === "true" || value === "false" || value === "any") return value;
  throw invalid(`"${value}" is neither true, false nor any`, "Write true, false or any.");
}

function unknown(text: string, word: string): CodedError {
  const near = nearest(word, words);
  const fix = near === null ? `Use ${words.join(":, ")}:.` : `Did you mean ${near}:?`;
  return invalid(`"${text}" is not understood`, fix);
}

function invalid(why: string, fix: string): CodedError {
  return new CodedError("tasks/invalid-query", `the query for repositories: ${why}`, {
    fix,
    place: "select",
  });
}
