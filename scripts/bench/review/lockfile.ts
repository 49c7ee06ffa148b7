import type { Picker } from "./picker.ts";

/** A package-lock.json of so many packages, and the manifest beside it. */
export function lockedProject(count: number, picker: Picker): [string, string][] {
  const names = Array.from({ length: count }, (_, at) => picker.fill(`{verb}-{noun}-${at}`));
  const manifest = {
    name: "shop-web",
    version: "1.0.0",
    dependencies: Object.fromEntries(names.slice(0, 8).map((name) => [name, "^2.1.0"])),
  };
  const packages = names.map((name) => [`node_modules/${name}`, locked(name, picker)] as const);
  const lock = {
    name: manifest.name,
    lockfileVersion: 3,
    packages: { "": manifest, ...Object.fromEntries(packages) },
  };
  return [
    ["web/package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["web/package-lock.json", `${JSON.stringify(lock, null, 2)}\n`],
  ];
}

function locked(name: string, picker: Picker): object {
  return {
    version: "2.1.4",
    resolved: `https://registry.example.org/${name}/-/${name}-2.1.4.tgz`,
    integrity: `sha512-${picker.letters(86)}==`,
    license: "MIT",
    engines: { node: ">=18" },
  };
}
