/** A `package.json` with these fields. */
export function packageJson(fields: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ name: "app", version: "1.0.0", private: true, ...fields }, null, 2)}\n`;
}

/** A `package-lock.json` of these packages; each field of a package overrides a plausible one. */
export function packageLock(
  packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  asked: Readonly<Record<string, string>> = {},
): string {
  const entries = Object.entries(packages).map(([name, fields]) => [
    `node_modules/${name}`,
    {
      version: "1.0.0",
      resolved: `https://registry.example/${name}/-/${name}-1.0.0.tgz`,
      integrity: `sha512-${name}==`,
      ...fields,
    },
  ]);
  const root = { name: "app", version: "1.0.0", dependencies: asked };
  const lock = {
    name: "app",
    lockfileVersion: 3,
    packages: { "": root, ...Object.fromEntries(entries) },
  };
  return `${JSON.stringify(lock, null, 2)}\n`;
}
