import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { top } from "../top.ts";

const source = join(top, "test/fixtures/sample");
const resolve = createRequire(join(top, "package.json")).resolve;

/** Where the finished sample's change begins. */
export interface Sample {
  readonly repository: string;
  readonly base: string;
  readonly config: string;
}

// Made of pieces, so that no scanner finds a secret or a hidden character in the project itself.
const values: Readonly<Record<string, string>> = {
  MAIL_KEY: ["SG", "Zk3vQ8mXw1RtYp7LsBn2Ad", "u5Hj9KcE0fGqWz4TxVbN6MoIrSy3PlDa8UeJh1kCgQw"].join(
    ".",
  ),
  RLO: String.fromCodePoint(0x202e),
  PDF: String.fromCodePoint(0x202c),
  NODE: process.execPath,
  ESLINT: join(resolve("eslint/package.json"), "../bin/eslint.js"),
  ESLINT_SARIF: resolve("@microsoft/eslint-formatter-sarif"),
  ESLINT_CONFIG: join(source, "eslint.config.js"),
  BIOME_CONFIG: join(source, "biome.settings.json"),
  BIOME: join(resolve("@biomejs/biome/package.json"), "../bin/biome"),
};

/** Writes the sample program with its history into `folder`, replacing what was there. */
export function createSample(folder: string): Sample {
  rmSync(folder, { recursive: true, force: true });
  const repository = join(folder, "tea-orders");
  mkdirSync(repository, { recursive: true });
  const git = (...args: string[]): void => {
    execFileSync("git", args, { cwd: repository, stdio: "ignore", env: steadyGit() });
  };
  git("init", "--quiet", "--initial-branch=main");
  for (const step of steps()) {
    if (step.startsWith("5-")) git("switch", "--quiet", "--create", "refunds");
    cpSync(join(source, step), repository, { recursive: true });
    fillIn(repository);
    git("add", "--all");
    git("commit", "--quiet", "--message", messageOf(step));
  }
  const config = join(folder, "swarm.yml");
  writeFileSync(config, filled(readFileSync(join(source, "swarm.yml"), "utf8")));
  return { repository, base: "main", config };
}

/** Mends most of what a review finds in a sample, as somebody would who read it; commits nothing. */
export function mendSample(repository: string): void {
  cpSync(join(source, "mended"), repository, { recursive: true });
  rmSync(join(repository, ".github/workflows/greet.yml"));
}

function steps(): string[] {
  return readdirSync(source)
    .filter((name) => /^\d-/.test(name))
    .sort();
}

/** "3-keep-orders" → "Keep orders" */
function messageOf(step: string): string {
  const words = step.replace(/^\d-/, "").replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function fillIn(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry !== ".git")) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) fillIn(path);
    else writeFileSync(path, filled(readFileSync(path, "utf8")));
  }
}

function filled(text: string): string {
  return text.replace(/\{\{([A-Z_]+)\}\}/g, (mark, name: string) => values[name] ?? mark);
}

function steadyGit(): NodeJS.ProcessEnv {
  const person = { NAME: "Ada", EMAIL: "ada@example.com", DATE: "2026-03-02T09:00:00Z" };
  const author = Object.entries(person).map(([key, value]) => [`GIT_AUTHOR_${key}`, value]);
  const committer = Object.entries(person).map(([key, value]) => [`GIT_COMMITTER_${key}`, value]);
  const settings = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return { ...process.env, ...settings, ...Object.fromEntries([...author, ...committer]) };
}
