import type { Remark, ReviewTask } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { type Files, taskOf } from "../../../../../test/support/change.ts";
import { packageJson, packageLock } from "./examples.ts";
import { dependencies } from "./index.ts";

async function review(before: Files, after: Files): Promise<readonly string[]> {
  return (await answer(taskOf(before, after))).map(summary);
}

async function answer(task: ReviewTask): Promise<readonly Remark[]> {
  const files = task.files.filter((file) => dependencies.covers(file));
  return (await dependencies.review({ ...task, files }, new AbortController().signal)).remarks;
}

function summary({ place, rule, severity }: Remark): string {
  const where = place.kind === "lines" ? `${place.path}:${place.startLine}` : place.kind;
  return `${severity} ${rule} ${where}`;
}

const asking = (left: string) => packageJson({ dependencies: { left } });
const lock = packageLock({ left: {} }, { left: "^1.0.0" });

describe("a manifest without its lockfile", () => {
  it("is told at the line that changed", async () => {
    const before = { "package.json": asking("^1.0.0"), "yarn.lock": "# yarn lockfile v1\n" };
    const after = { ...before, "package.json": asking("^2.0.0") };
    expect(await review(before, after)).toEqual([
      "medium dependencies/manifest-without-lockfile package.json:6",
    ]);
  });

  it("of a pnpm workspace is told for each of its packages", async () => {
    const before = {
      "parts/a/package.json": asking("^1.0.0"),
      "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
      "pnpm-workspace.yaml": "packages: [parts/*]\n",
    };
    expect(await review(before, { ...before, "parts/a/package.json": asking("^2.0.0") })).toEqual([
      "medium dependencies/manifest-without-lockfile parts/a/package.json:6",
    ]);
  });

  it("below a lockfile that may not be its own is a hint", async () => {
    const before = { "site/package.json": asking("^1.0.0"), "package-lock.json": lock };
    expect(await review(before, { ...before, "site/package.json": asking("^2.0.0") })).toEqual([
      "low dependencies/manifest-without-lockfile site/package.json:6",
    ]);
  });

  it("in an example below a lockfile is left alone", async () => {
    const before = { "examples/a/package.json": asking("^1.0.0"), "package-lock.json": lock };
    expect(
      await review(before, { ...before, "examples/a/package.json": asking("^2.0.0") }),
    ).toEqual([]);
  });

  it("that only moved its dependencies about is left alone", async () => {
    const before = {
      "package.json": packageJson({ dependencies: { a: "1", b: "2" } }),
      "package-lock.json": lock,
    };
    const after = { ...before, "package.json": packageJson({ dependencies: { b: "2", a: "1" } }) };
    expect(await review(before, after)).toEqual([]);
  });

  it.each([
    ["pyproject.toml", "poetry.lock", '[project]\ndependencies = ["a==1"]\n', "a==1", "a==2"],
    ["pyproject.toml", "uv.lock", '[project]\ndependencies = ["a==1"]\n', "a==1", "a==2"],
    ["Pipfile", "Pipfile.lock", '[packages]\na = "==1"\n', "==1", "==2"],
    ["Cargo.toml", "Cargo.lock", '[dependencies]\na = "1"\n', '"1"', '"2"'],
    ["go.mod", "go.sum", "module m\nrequire a.example/x v1.0.0\n", "v1.0.0", "v1.1.0"],
  ])("is told for %s beside %s", async (manifest, lockfile, text, from, to) => {
    const before = { [manifest]: text, [lockfile]: "{}" };
    expect(await review(before, { ...before, [manifest]: text.replace(from, to) })).toEqual([
      `medium dependencies/manifest-without-lockfile ${manifest}:2`,
    ]);
  });
});

describe("a new host", () => {
  const locked = (...hosts: readonly string[]) => {
    const packages = hosts.map((host, at) => [`p${at}`, { resolved: `https://${host}/p.tgz` }]);
    return { "package-lock.json": packageLock(Object.fromEntries(packages)) };
  };
  const onHost = (remarks: readonly string[]) => remarks.filter((one) => /new-host/.test(one));

  it("is told once, however many packages come from it", async () => {
    const remarks = await review(
      locked("a.example"),
      locked("a.example", "b.example", "b.example"),
    );
    expect(onHost(remarks)).toEqual(["high dependencies/new-host package-lock.json:17"]);
  });

  it("is a hint when it is the public registry", async () => {
    const remarks = await review(
      locked("mirror.example"),
      locked("mirror.example", "packages.npmjs.org"),
    );
    expect(onHost(remarks)).toEqual(["low dependencies/new-host package-lock.json:17"]);
  });

  it("is told where pnpm and yarn name an address", async () => {
    const pnpm = (tarball: string) => ({
      "pnpm-lock.yaml": `lockfileVersion: '9.0'\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-aa==${tarball}}\n`,
    });
    const remarks = await review(pnpm(""), pnpm(", tarball: https://files.example/a.tgz"));
    expect(onHost(remarks)).toEqual(["high dependencies/new-host pnpm-lock.yaml:6"]);
    const yarn = (host: string) => ({
      "yarn.lock": `a@^1:\n  version "1.0.0"\n  resolved "https://${host}/a.tgz#aa"\n`,
    });
    const others = await review(yarn("registry.yarnpkg.com"), yarn("files.example"));
    expect(onHost(others)).toEqual(["high dependencies/new-host yarn.lock:3"]);
  });

  it("in go.sum is ordinary", async () => {
    const before = { "go.sum": "a.example/x v1.0.0 h1:a=\n" };
    const after = { "go.sum": "a.example/x v1.0.0 h1:a=\nb.example/y v1.0.0 h1:b=\n" };
    expect(onHost(await review(before, after))).toEqual(["info dependencies/new-host go.sum:2"]);
  });
});

describe("digests", () => {
  it.each([
    ["Cargo.lock", '[[package]]\nname = "a"\nversion = "1.0.0"\nchecksum = "DIGEST"\n', 4],
    ["yarn.lock", 'a@^1:\n  version "1.0.0"\n  integrity sha512-DIGEST==\n', 3],
    [
      "poetry.lock",
      '[[package]]\nname = "a"\nversion = "1"\nfiles = [\n    {file = "a.whl", hash = "sha256:DIGEST"},\n]\n',
      5,
    ],
    ["requirements.txt", "a==1 \\\n    --hash=sha256:DIGEST\n", 2],
  ])("are compared in %s", async (path, text, line) => {
    const before = { [path]: text.replace("DIGEST", "aaaa") };
    const remarks = await review(before, { [path]: text.replace("DIGEST", "bbbb") });
    expect(remarks).toContain(`high dependencies/integrity-changed ${path}:${line}`);
  });

  it("of further wheels of the same version are no change", async () => {
    const text = "a==1 \\\n    --hash=sha256:aa\n";
    const after = text.replace("aa\n", "aa \\\n    --hash=sha256:bb\n");
    expect(await review({ "requirements.txt": text }, { "requirements.txt": after })).toEqual([]);
  });
});

describe("install scripts", () => {
  it("of a new package of one's own are told", async () => {
    const after = { "a/package.json": packageJson({ scripts: { postinstall: "node setup.js" } }) };
    expect(await review({}, after)).toEqual(["low dependencies/install-script a/package.json:6"]);
  });

  it("in a first lockfile are not all told as new", async () => {
    const after = { "package-lock.json": packageLock({ left: { hasInstallScript: true } }) };
    expect(await review({}, after)).toEqual([]);
  });
});

it("speaks only of hunks that are to be reviewed", async () => {
  const task = taskOf({ "package.json": asking("^2.1.0") }, { "package.json": asking("^1.0.0") });
  const files = task.files.map((file) => ({ ...file, hunks: [] }));
  expect(await answer({ ...task, files })).toEqual([]);
});

it("reviews lockfiles of 50,000 lines at once", async () => {
  const uv = (version: string) =>
    Array.from(
      { length: 6000 },
      (_, at) =>
        `[[package]]\nname = "p${at}"\nversion = "${version}"\nsource = { registry = "https://pypi.org/simple" }\nsdist = { url = "https://files.example/p${at}-${version}.tar.gz", hash = "sha256:${at}${version}" }\nwheels = [\n    { url = "https://files.example/p${at}-${version}.whl", hash = "sha256:${at}" },\n]\n`,
    ).join("\n");
  const pnpm = (version: string) =>
    `lockfileVersion: '9.0'\n\npackages:\n\n${Array.from({ length: 13_000 }, (_, at) => `  p${at}@${version}:\n    resolution: {integrity: sha512-${at}${version}==}\n    engines: {node: '>=20'}\n`).join("\n")}`;
  const npm = (version: string) =>
    packageLock(
      Object.fromEntries(Array.from({ length: 8000 }, (_, at) => [`p${at}`, { version }])),
    );
  const files = (version: string) => ({
    "a/package-lock.json": npm(version),
    "b/pnpm-lock.yaml": pnpm(version),
    "c/uv.lock": uv(version),
  });
  const task = taskOf(files("1.0.0"), files("1.0.1"));
  const started = performance.now();
  const remarks = await answer(task);
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(remarks.map(({ rule }) => rule)).toEqual(
    Array.from({ length: 3 }, () => "dependencies/lockfile-without-manifest"),
  );
});
