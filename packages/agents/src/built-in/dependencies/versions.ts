import semver from "semver";
import type { Ecosystem } from "./readers/reading.ts";

/** Negative when `a` is older than `b`; null when either is not a version. */
export function compareVersions(ecosystem: Ecosystem, a: string, b: string): number | null {
  if (ecosystem === "python") return comparePython(a, b);
  const [left, right] = [semver.parse(a), semver.parse(b)];
  return left === null || right === null ? null : semver.compare(left, right);
}

/** Whether what is asked for now excludes what was asked for, being older. */
export function asksForOlder(ecosystem: Ecosystem, before: string, after: string): boolean {
  if (ecosystem === "python") return asksPythonForOlder(before, after);
  const [old, now] = [rangeOf(ecosystem, before), rangeOf(ecosystem, after)];
  if (old === null || now === null) return false;
  return semver.gtr(old.minimum, now.range) && semver.lt(now.minimum, old.minimum);
}

interface Range {
  readonly range: string;
  readonly minimum: string;
}

/** Cargo means `^` where nothing else is said, and separates by commas; Go names one version. */
function rangeOf(ecosystem: Ecosystem, spec: string): Range | null {
  const bare = spec.replaceAll(",", " ").trim();
  const text = ecosystem === "cargo" && /^\d/.test(bare) ? `^${bare}` : bare;
  // `*` and `latest` ask for anything, which no version is older than.
  if (text === "" || text.length > 200) return null;
  const range = semver.validRange(text);
  const minimum = range === null ? null : semver.minVersion(range);
  return range === null || minimum === null ? null : { range, minimum: minimum.version };
}

/** Only exact pins and compatible releases say plainly which versions they leave out. */
function asksPythonForOlder(before: string, after: string): boolean {
  const [old, now] = [pythonPin(before), pythonPin(after)];
  if (old === null || now === null) return false;
  const order = comparePython(now.version, old.version);
  if (order === null || order >= 0) return false;
  return now.parts.some((part, index) => part !== releaseOf(old.version)[index]);
}

interface PythonPin {
  readonly version: string;
  /** The leading parts that are fixed. */
  readonly parts: readonly number[];
}

function pythonPin(spec: string): PythonPin | null {
  const found = /^(===?|~=|\^|~)?\s*(\d+(?:\.\d+)*(?:[-_.]?(?:a|b|rc|post|dev)\.?\d*)?)$/i.exec(
    spec,
  );
  if (found === null) return null;
  const [, operator = "==", version = ""] = found;
  const release = releaseOf(version);
  if (operator.startsWith("==")) return { version, parts: [...release, 0, 0, 0].slice(0, 4) };
  if (operator === "^") return { version, parts: release.slice(0, 1) };
  const fixed = operator === "~" ? Math.min(2, release.length) : release.length - 1;
  return { version, parts: release.slice(0, Math.max(1, fixed)) };
}

function releaseOf(version: string): readonly number[] {
  return (/^\d+(\.\d+)*/.exec(version)?.[0] ?? "").split(".").map(Number);
}

/** By release numbers, then pre-release before release before post-release. */
function comparePython(a: string, b: string): number | null {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return null;
  const [left, right] = [releaseOf(a), releaseOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return stageOf(a) - stageOf(b);
}

function stageOf(version: string): number {
  const [, stage = "", number = "0"] = /(a|b|rc|post|dev)\.?(\d{0,9})$/i.exec(version) ?? [];
  const order = ["dev", "a", "b", "rc", "", "post"].indexOf(stage.toLowerCase());
  return order * 1e9 + Number(number);
}
