import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "@swarm-actions/core";
import { makeCrowd } from "../test/support/crowd.ts";
import { crowdShapes } from "../test/support/crowd-shapes.ts";
import { top } from "./top.ts";

// Asks Python's crowd-kit about the crowds that the tests of consensus make, and keeps its answers in
// test/fixtures/consensus/crowd-kit.json, so that the tests compare without Python. Needs python3 with
// venv, and the network once: crowd-kit brings some 800 MB.

const version = "1.4.2";
const tools = join(top, `.build/tools-crowd-kit-${version}`);
const python = join(tools, "bin/python");

if (!existsSync(join(tools, "installed"))) install();
const crowds = crowdShapes.map((shape) => {
  const { votes, truth } = makeCrowd(shape);
  return {
    name: shape.name,
    votes: votes.map(({ item, voter, label }) => [item, voter, label]),
    truth: [...truth],
  };
});
const answers: object[] = JSON.parse(
  execFileSync(python, [join(top, "scripts/consensus-oracle/crowd_kit.py")], {
    input: JSON.stringify(crowds),
    encoding: "utf8",
    maxBuffer: 1 << 26,
    stdio: ["pipe", "pipe", "inherit"],
  }),
);
const kept = answers.map((answer, at) => ({
  ...answer,
  votes: digest(JSON.stringify(crowds[at]?.votes), 16),
}));
const lines = kept.map((one) => JSON.stringify(one));
const file = join(top, "test/fixtures/consensus/crowd-kit.json");
writeFileSync(file, `{"version":"${version}","crowds":[\n${lines.join(",\n")}\n]}\n`);
console.log(`${file}: ${kept.length} crowds by crowd-kit ${version}`);

/** In an environment of its own, whose folder names the version. */
function install(): void {
  rmSync(tools, { recursive: true, force: true });
  execFileSync("python3", ["-m", "venv", tools], { stdio: "inherit" });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  execFileSync(python, [...pip, `crowd-kit==${version}`], { stdio: "inherit" });
  writeFileSync(join(tools, "installed"), "");
}
