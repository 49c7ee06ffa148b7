import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CodedError } from "@swarm-actions/core";

/** A version to release, and the tags that will name it. */
export interface Version {
  readonly text: string;
  /** `v1.2.3`. */
  readonly tag: string;
  /** `v1`; null for a pre-release, which nobody gets without asking. */
  readonly major: string | null;
}

/**
 * The version that the packages of a checkout state, all the same.
 * @throws CodedError `release/version` unless it is the one asked for and newer than `tags` of its major
 */
export function versionOf(
  checkout: string,
  asked: string | null,
  tags: readonly string[],
): Version {
  const [text = "", ...others] = ["package.json", "packages/cli/package.json"].map(
    (file): string => JSON.parse(readFileSync(join(checkout, file), "utf8")).version,
  );
  const parts = partsOf(text);
  if (parts === null) throw wrong(`"${text}" is not a version`, "Write it as 1.2.3 or 1.2.3-rc.1.");
  const stranger = [...others, ...(asked === null ? [] : [asked])].find((other) => other !== text);
  if (stranger !== undefined) {
    throw wrong(`package.json says ${text}, but also ${stranger} was said`, "Make them the same.");
  }
  const newer = tags.find((tag) => isNewer(partsOf(tag.replace(/^v/, "")), parts));
  if (newer !== undefined) throw wrong(`${newer} is out already`, "Raise the version.");
  return { text, tag: `v${text}`, major: parts.isStable ? `v${parts.numbers[0]}` : null };
}

interface Parts {
  readonly numbers: readonly [major: number, minor: number, patch: number];
  readonly isStable: boolean;
}

function partsOf(text: string): Parts | null {
  const number = "(0|[1-9]\\d{0,8})";
  const match = new RegExp(`^${number}\\.${number}\\.${number}(-[0-9A-Za-z.-]+)?$`).exec(text);
  if (match === null) return null;
  const [, major, minor, patch, rest] = match;
  return { numbers: [Number(major), Number(minor), Number(patch)], isStable: rest === undefined };
}

/** Only releases count, and only those of the same major: 1.9.1 may follow 2.0.0. */
function isNewer(released: Parts | null, next: Parts): boolean {
  if (released?.isStable !== true || released.numbers[0] !== next.numbers[0]) return false;
  const [, minor, patch] = released.numbers;
  const [, nextMinor, nextPatch] = next.numbers;
  if (minor !== nextMinor) return minor > nextMinor;
  return patch > nextPatch || (patch === nextPatch && !next.isStable);
}

function wrong(message: string, fix: string): CodedError {
  return new CodedError("release/version", message, { fix, place: "package.json" });
}
