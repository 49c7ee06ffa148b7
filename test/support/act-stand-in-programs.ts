/** What is done in place of an action of others, as far as our workflows use it. */
interface StandIn {
  /** By name, with the default. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs?: readonly string[];
  /** A module that may import the packages of this workspace's root. */
  readonly program: string;
}

/** The same fetch from the same address, which git finds in the sandbox. */
const checkout = `
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

/** The tools are on this machine already. */
const setUp = `
console.log("set up", process.env["INPUT_NODE-VERSION"] ?? process.env["INPUT_PYTHON-VERSION"] ?? "");
`;

const downloadArtifact = `
import { DefaultArtifactClient } from "@actions/artifact";
const client = new DefaultArtifactClient();
const { artifact } = await client.getArtifact(process.env.INPUT_NAME);
await client.downloadArtifact(artifact.id, { path: process.env.INPUT_PATH });
`;

/** Says what it would upload: each tool, and how many results it has. */
const uploadSarif = `
import { readFileSync } from "node:fs";
const { INPUT_SARIF_FILE: file, INPUT_CATEGORY: category } = process.env;
const { version, runs } = JSON.parse(readFileSync(file, "utf8"));
if (version !== "2.1.0") throw new Error("not SARIF 2.1.0");
for (const { tool, results } of runs)
  console.log("uploads " + category + ": " + tool.driver.name + " " + results.length);
`;

/** By the name in `uses:`. */
export const standIns: ReadonlyMap<string, StandIn> = new Map<string, StandIn>([
  [
    "actions/checkout",
    {
      inputs: {
        ref: "",
        "fetch-depth": "1",
        "persist-credentials": "true",
        token: `\${{ github.token }}`,
      },
      program: checkout,
    },
  ],
  ["actions/setup-node", { inputs: { "node-version": "" }, program: setUp }],
  ["actions/setup-python", { inputs: { "python-version": "" }, program: setUp }],
  ["actions/setup-go", { inputs: { "go-version": "" }, program: setUp }],
  ["actions/download-artifact", { inputs: { name: "", path: "." }, program: downloadArtifact }],
  [
    "github/codeql-action/upload-sarif",
    { inputs: { sarif_file: "", category: "" }, program: uploadSarif },
  ],
]);
