import type { ReviewTask, TaskFile } from "@swarm-actions/review";
import {
  isExamplePath,
  isFixturePath,
  isGeneratedPath,
  isTestPath,
  isVendoredPath,
} from "../path-kinds.ts";
import { testLanguageOf } from "./test-language.ts";

/** Files of the change that hold tests somebody maintains. Rust keeps its tests beside the code. */
export function testFiles(task: ReviewTask): readonly TaskFile[] {
  return task.files.filter(({ diff: { path } }) => {
    if (!isMaintainedCode(path)) return false;
    return isTestPath(path) || testLanguageOf(path) === "rust";
  });
}

/** Code in a language that the rules read, and not a copy, a fixture or a program's output. */
export function isMaintainedCode(path: string): boolean {
  if (testLanguageOf(path) === null) return false;
  return !(
    isFixturePath(path) ||
    isVendoredPath(path) ||
    isGeneratedPath(path) ||
    isExamplePath(path)
  );
}
