import { createRepository, type TestRepository } from "../../../test/support/repository.ts";
import type { SampleFile } from "./sample.ts";

/** The change in a real repository: `main` is what was, the branch that is checked out what is now. */
export function commitSample(files: readonly SampleFile[]): TestRepository {
  const repository = createRepository();
  repository.commit(
    "Open the shop",
    sideOf(files, ({ before }) => before),
  );
  repository.git("switch", "--quiet", "--create", "change");
  repository.commit(
    "Add a year of work",
    sideOf(files, ({ after }) => after),
  );
  return repository;
}

function sideOf(
  files: readonly SampleFile[],
  textOf: (file: SampleFile) => string | null,
): Record<string, string> {
  return Object.fromEntries(
    files.flatMap((file) => {
      const text = textOf(file);
      return text === null ? [] : [[file.path, text]];
    }),
  );
}
