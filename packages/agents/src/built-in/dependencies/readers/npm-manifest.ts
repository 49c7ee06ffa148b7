import { type JsonDocument, type Property, readJson, stringOf } from "./json.ts";
import { type Named, noManifest, type Reader, type Requirement, type Source } from "./reading.ts";
import { gitSource, sourceOfAddress } from "./source.ts";

const groups: readonly (readonly [Requirement["group"], readonly string[]])[] = [
  ["runtime", ["dependencies"]],
  ["runtime", ["optionalDependencies"]],
  ["development", ["devDependencies"]],
  ["override", ["overrides"]],
  ["override", ["resolutions"]],
  ["override", ["pnpm", "overrides"]],
];

const installScripts = new Set(["preinstall", "install", "postinstall", "prepare"]);

/** `package.json`. Peer dependencies are left out: they install nothing by themselves. */
export const npmManifest: Reader = {
  ecosystem: "npm",
  role: "manifest",
  lockedBy: [
    "package-lock.json",
    "npm-shrinkwrap.json",
    "pnpm-lock.yaml",
    "yarn.lock",
    "bun.lock",
    "bun.lockb",
  ],
  reads: (name) => name === "package.json",
  read(text) {
    const json = readJson(text);
    const requirements = groups.flatMap(([group, path]) =>
      json.properties(...path).flatMap((property) => requirementOf(group, property)),
    );
    const scripts = json.properties("scripts").filter(({ name }) => installScripts.has(name));
    const isPrivate = json
      .properties()
      .some((it) => it.name === "private" && it.value.value === true);
    const manifest = {
      ...noManifest,
      requirements,
      installScripts: scripts.map(({ name, line }) => ({ name, line })),
      allowedBuilds: allowedBuilds(json),
      private: isPrivate,
    };
    return { manifest, lockfile: null };
  },
};

function requirementOf(group: Requirement["group"], property: Property): readonly Requirement[] {
  const spec = stringOf(property.value);
  if (spec === null) return [];
  return [{ name: property.name, group, spec, source: npmSource(spec), line: property.line }];
}

/** What an npm version, range, alias or address points at. */
export function npmSource(spec: string): Source {
  if (/^(workspace|file|link|portal|patch):/.test(spec)) return { kind: "path" };
  if (/^(github|gitlab|bitbucket|gist):/.test(spec)) return gitSource(spec);
  if (/^(git[+:@]|ssh:|https?:)/i.test(spec)) return sourceOfAddress(spec);
  return /^[\w.-]+\/[\w.-]+(#.*)?$/.test(spec) ? gitSource(spec) : { kind: "registry" };
}

function allowedBuilds(json: JsonDocument): readonly Named[] {
  const listed = ["pnpm", ""].flatMap((owner) => {
    const properties = owner === "" ? json.properties() : json.properties(owner);
    const names = ["onlyBuiltDependencies", "trustedDependencies"];
    return properties.filter(({ name }) => names.includes(name));
  });
  return listed.flatMap(({ value }) =>
    (value.children ?? []).flatMap((item) => {
      const name = stringOf(item);
      return name === null ? [] : [{ name, line: json.lineOf(item) }];
    }),
  );
}
