import { describe, expect, it } from "vitest";
import { readerOf } from "./all.ts";
import type { LockEntry, Lockfile, Manifest } from "./reading.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";

function read(
  name: string,
  text: string,
): { manifest: Manifest | null; lockfile: Lockfile | null } {
  const reader = readerOf(name);
  if (reader === null) throw new Error(`nobody reads ${name}`);
  return reader.read(text);
}

function wanted(name: string, text: string): string[] {
  const { manifest } = read(name, text);
  return (manifest?.requirements ?? []).map(
    ({ name, spec, source, group, line }) =>
      `${line} ${group} ${name} ${spec || "-"} ${source.kind}`,
  );
}

function locked(name: string, text: string): string[] {
  return (read(name, text).lockfile?.entries ?? []).map(summaryOf);
}

function summaryOf({ name, version, hosts, digests, startLine, endLine }: LockEntry): string {
  const named = [...digests].map(([of, values]) => `${of}=${[...values].join("|")}`);
  return [`${startLine}-${endLine}`, name, version, hosts.join(",") || "-", ...named].join(" ");
}

describe("manifests", () => {
  it("reads package.json with the lines of its keys", () => {
    const text = `{
  "dependencies": { "a": "^1" },
  "devDependencies": {
    "b": "git+https://git.example/b.git#${sha}",
    "c": "https://files.example/c.tgz"
  },
  "pnpm": { "overrides": { "d": "link:../d" } },
  "peerDependencies": { "e": "*" }
}`;
    expect(wanted("package.json", text)).toEqual([
      "2 runtime a ^1 registry",
      `4 development b git+https://git.example/b.git#${sha} git`,
      "5 development c https://files.example/c.tgz url",
      "7 override d link:../d path",
    ]);
  });

  it("reads the catalogs, overrides and allowed builds of pnpm-workspace.yaml", () => {
    const text =
      "catalog:\n  a: ^1\ncatalogs:\n  old:\n    b: ^2\noverrides:\n  c: 3\nallowBuilds:\n  d: true\n  e: false\n";
    expect(wanted("pnpm-workspace.yaml", text)).toEqual([
      "2 runtime a ^1 registry",
      "5 runtime b ^2 registry",
      "7 override c 3 registry",
    ]);
    const { manifest } = read("pnpm-workspace.yaml", text);
    expect(manifest?.allowedBuilds).toEqual([{ name: "d", line: 9 }]);
  });

  it("reads every dependency table of Cargo.toml", () => {
    const text = `[dependencies]
a = "1"
b = { version = "2", package = "bee" }

[dev-dependencies.c]
git = "https://git.example/c"

[target.'cfg(unix)'.build-dependencies]
d.version = "3"

[workspace.dependencies]
e = { path = "../e" }
`;
    expect(wanted("Cargo.toml", text)).toEqual([
      "2 runtime a 1 registry",
      "3 runtime bee 2 registry",
      "5 development c - git",
      "12 runtime e - path",
      "9 runtime d 3 registry",
    ]);
  });

  it("reads go.mod, blocks and single lines", () => {
    const text =
      "module m\n\nrequire (\n\ta.example/x v1.2.3 // indirect\n\tb.example/y v0.1.0\n)\nrequire c.example/z v2.0.0\nreplace a.example/x v1.2.3 => ../x\nreplace b.example/y => f.example/y v0.1.1\n";
    expect(wanted("go.mod", text)).toEqual([
      "4 runtime a.example/x v1.2.3 registry",
      "5 runtime b.example/y v0.1.0 registry",
      "7 runtime c.example/z v2.0.0 registry",
      "8 override a.example/x - path",
      "9 override b.example/y v0.1.1 git",
    ]);
  });

  it("reads requirements files", () => {
    const text = `# pins
--index-url=https://index.example/simple
Foo_Bar[extra]==1.0 ; python_version > "3"
-e git+https://git.example/two.git@${sha}#egg=two
three @ https://files.example/three.whl
-r other.txt
four==4.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
`;
    expect(wanted("requirements-dev.txt", text)).toEqual([
      "3 runtime foo-bar ==1.0 registry",
      "4 runtime two - git",
      "5 runtime three - url",
      "7 runtime four ==4.0 registry",
    ]);
    const { manifest } = read("requirements.txt", text);
    expect(manifest?.indexes).toEqual([{ name: "https://index.example/simple", line: 2 }]);
    expect(locked("requirements.txt", text)).toEqual(["7-9 four 4.0 - sha256=aa|bb"]);
  });

  it("reads pyproject.toml of every tool", () => {
    const text = `[project]
dependencies = [
  "one>=1",
  "two @ git+https://git.example/two",
]

[dependency-groups]
test = ["three==3"]

[tool.poetry.dependencies]
four = "^4.1"
five = { git = "https://git.example/five.git", rev = "${sha}" }

[tool.uv.sources]
one = { url = "https://files.example/one.whl" }

[[tool.uv.index]]
url = "https://index.example/simple"
`;
    expect(wanted("pyproject.toml", text)).toEqual([
      "3 runtime one >=1 registry",
      "4 runtime two - git",
      "8 development three ==3 registry",
      "11 runtime four ^4.1 registry",
      "12 runtime five - git",
      "15 override one - url",
    ]);
    const { manifest } = read("pyproject.toml", text);
    expect(manifest?.indexes).toEqual([{ name: "https://index.example/simple", line: 18 }]);
  });

  it("reads Pipfile", () => {
    const text = '[packages]\none = "*"\n\n[dev-packages]\ntwo = {version = "==2"}\n';
    expect(wanted("Pipfile", text)).toEqual([
      "2 runtime one * registry",
      "5 development two ==2 registry",
    ]);
  });
});

describe("lockfiles", () => {
  it("reads package-lock.json of version 3", () => {
    const text = `{
  "lockfileVersion": 3,
  "packages": {
    "": { "dependencies": { "a": "^1" } },
    "node_modules/a": {
      "version": "1.0.0",
      "resolved": "https://registry.example/a.tgz",
      "integrity": "sha512-aa== sha1-bb=",
      "dependencies": {
        "b": "^2"
      }
    },
    "node_modules/a/node_modules/@s/b": {
      "version": "2.0.0"
    }
  }
}`;
    expect(locked("package-lock.json", text)).toEqual([
      "5-12 a 1.0.0 registry.example sha512=aa== sha1=bb=",
      "13-15 @s/b 2.0.0 -",
    ]);
    expect(read("package-lock.json", text).lockfile?.direct).toEqual(new Set(["a"]));
  });

  it("reads package-lock.json of version 1", () => {
    const text = `{
  "lockfileVersion": 1,
  "dependencies": {
    "a": {
      "version": "1.0.0",
      "dependencies": {
        "b": {
          "version": "2.0.0"
        }
      }
    },
    "b": {
      "version": "3.0.0"
    }
  }
}`;
    expect(locked("package-lock.json", text)).toEqual([
      "4-11 a 1.0.0 -",
      "7-9 b 2.0.0 -",
      "12-14 b 3.0.0 -",
    ]);
  });

  it("reads pnpm-lock.yaml of versions 5, 6 and 9", () => {
    const lock = (version: string, key: string) =>
      `lockfileVersion: ${version}\n\npackages:\n\n  ${key}:\n    resolution: {integrity: sha512-aa==, tarball: https://files.example/b.tgz}\n    requiresBuild: true\n`;
    const expected = ["5-8 @s/b 1.2.0 files.example sha512=aa=="];
    expect(locked("pnpm-lock.yaml", lock("5.4", "/@s/b/1.2.0_peer@1.0.0"))).toEqual(expected);
    expect(locked("pnpm-lock.yaml", lock("'6.0'", "/@s/b@1.2.0(peer@1.0.0)"))).toEqual(expected);
    expect(locked("pnpm-lock.yaml", lock("'9.0'", "'@s/b@1.2.0'"))).toEqual(expected);
  });

  it("does not take pnpm's word on install scripts of optional packages", () => {
    const text = `lockfileVersion: 5.4\n\npackages:\n\n  /a/1.0.0:\n    requiresBuild: true\n\n  /b/1.0.0:\n    requiresBuild: true\n    optional: true\n`;
    const entries = read("pnpm-lock.yaml", text).lockfile?.entries ?? [];
    expect(entries.map(({ installScript }) => installScript)).toEqual([true, false]);
  });

  it("knows what the manifests of a pnpm workspace ask for", () => {
    const text =
      "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      '@s/a':\n        specifier: ^1.0.0\n        version: 1.2.0\n";
    expect(read("pnpm-lock.yaml", text).lockfile?.direct).toEqual(new Set(["@s/a"]));
  });

  it("reads yarn.lock of yarn 1", () => {
    const text =
      '# yarn lockfile v1\n\n\n"@s/a@^1.0.0", "@s/a@^1.1.0":\n  version "1.1.0"\n  resolved "https://registry.example/a.tgz#abc"\n  integrity sha512-aa==\n';
    expect(locked("yarn.lock", text)).toEqual(["4-8 @s/a 1.1.0 registry.example sha512=aa=="]);
  });

  it("reads yarn.lock of later versions", () => {
    const text =
      '__metadata:\n  version: 8\n\n"a@npm:^1.0.0, a@npm:^1.1.0":\n  version: 1.1.0\n  resolution: "a@npm:1.1.0"\n  checksum: 10c0/aa\n  languageName: node\n  linkType: hard\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    a: "npm:^1.0.0"\n  languageName: unknown\n  linkType: soft\n';
    expect(locked("yarn.lock", text)).toEqual(["4-10 a 1.1.0 - checksum 10c0=aa"]);
    expect(read("yarn.lock", text).lockfile?.direct).toEqual(new Set(["a"]));
  });

  it("reads Cargo.lock", () => {
    const text =
      'version = 4\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "aa"\n\n[[package]]\nname = "app"\nversion = "0.1.0"\ndependencies = [\n "a",\n]\n';
    expect(locked("Cargo.lock", text)).toEqual([
      "3-8 a 1.0.0 github.com checksum=aa",
      "9-15 app 0.1.0 -",
    ]);
    expect(read("Cargo.lock", text).lockfile?.direct).toEqual(new Set(["a"]));
  });

  it("reads poetry.lock and uv.lock", () => {
    const poetry =
      '[[package]]\nname = "a"\nversion = "1.0"\nfiles = [\n    {file = "a.whl", hash = "sha256:aa"},\n]\n\n[metadata]\ncontent-hash = "x"\n';
    expect(locked("poetry.lock", poetry)).toEqual(["1-10 a 1.0 - a.whl=sha256:aa"]);
    expect(read("poetry.lock", poetry).lockfile?.stated).toBe("x");
    const uv =
      '[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\nsdist = { url = "https://files.example/a.tar.gz", hash = "sha256:aa" }\n';
    expect(locked("uv.lock", uv)).toEqual(["1-6 a 1.0 pypi.org,files.example a.tar.gz=sha256:aa"]);
  });

  it("reads go.sum and Pipfile.lock", () => {
    expect(locked("go.sum", "a.example/x v1.0.0 h1:aa=\n")).toEqual([
      "1-1 a.example/x v1.0.0 a.example h1=h1:aa=",
    ]);
    const pip =
      '{\n    "_meta": {},\n    "default": {\n        "a": {\n            "hashes": [\n                "sha256:aa"\n            ],\n            "version": "==1.0"\n        }\n    }\n}\n';
    expect(locked("Pipfile.lock", pip)).toEqual(["4-9 a 1.0 - sha256=aa"]);
  });
});

it("is not confused by names that objects already have", () => {
  const text =
    '{ "dependencies": { "__proto__": "1", "constructor": "2" }, "packages": { "node_modules/__proto__": { "version": "1" } } }';
  expect(wanted("package.json", text)).toEqual([
    "1 runtime __proto__ 1 registry",
    "1 runtime constructor 2 registry",
  ]);
  expect(locked("package-lock.json", text)).toEqual(["1-1 __proto__ 1 -"]);
});

it("leaves test data and copies of others' code alone", () => {
  expect(readerOf("test/fixtures/app/package.json")).toBeNull();
  expect(readerOf("vendor/left/go.mod")).toBeNull();
  expect(readerOf("src/main.ts")).toBeNull();
});
