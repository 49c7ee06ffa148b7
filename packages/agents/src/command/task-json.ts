import type { DiffLine, ReviewTask, TaskFile } from "@swarm-actions/review";

/** What a command reads on its standard input: version 1, to which members may be added. */
export interface CommandTask {
  readonly version: 1;
  readonly change: {
    readonly title: string;
    readonly description: string;
    readonly baseSha: string | null;
    readonly headSha: string | null;
  };
  /** What others said in the last round, where agents read each other; hostile, as everything here. */
  readonly peers?: string;
  readonly files: readonly CommandFile[];
}

interface CommandFile {
  readonly path: string;
  /** The path before a rename or copy; null when the file is new. */
  readonly oldPath: string | null;
  readonly status: "added" | "deleted" | "modified" | "renamed" | "copied";
  readonly content: "text" | "binary" | "submodule" | "symlink";
  /** The whole file after the change; null when it is gone, not text, or not at hand. */
  readonly after: string | null;
  /** Only those that are to be reviewed. */
  readonly hunks: readonly CommandHunk[];
}

interface CommandHunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
  readonly heading: string;
  /** `oldLine` is null for added lines, `newLine` for deleted ones. */
  readonly lines: readonly Pick<DiffLine, "kind" | "text" | "oldLine" | "newLine">[];
}

/** The task as commands are promised it. */
export function commandTask(task: ReviewTask, files: readonly TaskFile[]): CommandTask {
  const { title, description, baseSha, headSha, peers } = task;
  return {
    version: 1,
    change: { title, description, baseSha, headSha },
    ...(peers !== undefined && { peers }),
    files: files.map(commandFile),
  };
}

function commandFile(file: TaskFile): CommandFile {
  const { path, oldPath, change, content, hunks } = file.diff;
  return {
    path,
    oldPath,
    status: change,
    content,
    after: file.after,
    hunks: file.hunks.flatMap((index) => {
      const hunk = hunks[index];
      if (hunk === undefined) return [];
      const { oldStart, oldCount, newStart, newCount, heading } = hunk;
      const lines = hunk.lines.map(({ kind, text, oldLine, newLine }) => ({
        kind,
        text,
        oldLine,
        newLine,
      }));
      return [{ oldStart, oldCount, newStart, newCount, heading, lines }];
    }),
  };
}
