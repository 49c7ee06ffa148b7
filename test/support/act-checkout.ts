import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A stand-in for `actions/checkout`, which act would fetch from the network wherever a workflow says
 * `ref`: the same fetch from the same address, which git finds in the sandbox.
 */
export function writeCheckoutAction(directory: string): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "action.yml"), manifest);
  writeFileSync(join(directory, "index.mjs"), program);
}

/** The commits or tags of `actions/checkout` that a workflow, or a reusable one beside it, asks for. */
export function checkoutRefs(workflow: string, releaseTree: string): ReadonlySet<string> {
  const reusable = join(releaseTree, ".github/workflows");
  const files = [workflow, ...workflowsIn(reusable)];
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const found = texts.flatMap((text) => [...text.matchAll(/uses: actions\/checkout@(\S+)/g)]);
  return new Set(found.map(([, ref]) => ref ?? ""));
}

function workflowsIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch (error) {
    // A release without workflows of its own has no such folder.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

const manifest = `
name: Checkout
description: Stands in for actions/checkout
inputs:
  ref: { default: "" }
  fetch-depth: { default: "1" }
  persist-credentials: { default: "true" }
  token: { default: "\${{ github.token }}" }
runs: { using: node24, main: index.mjs }
`;

const program = `
import { execFileSync } from "node:child_process";
const { GITHUB_REPOSITORY, GITHUB_SHA, INPUT_REF, INPUT_TOKEN } = process.env;
const { "INPUT_FETCH-DEPTH": depth, "INPUT_PERSIST-CREDENTIALS": persist } = process.env;
const basic = Buffer.from("x-access-token:" + INPUT_TOKEN).toString("base64");
const header = "http.extraheader=AUTHORIZATION: basic " + basic;
const git = (...args) => execFileSync("git", args, { stdio: "inherit" });
const ref = INPUT_REF || GITHUB_SHA;
const history = depth === "0" ? ["+refs/heads/*:refs/remotes/origin/*"] : [];
git("init", "-q");
git("remote", "add", "origin", "https://github.com/" + GITHUB_REPOSITORY);
git("-c", header, "fetch", "-q", ...(depth === "0" ? [] : ["--depth=" + depth]), "origin", ref, ...history);
git("checkout", "-q", "--force", "--detach", "FETCH_HEAD");
if (persist === "true") git("config", "http.extraheader", header.slice("http.extraheader=".length));
`;
