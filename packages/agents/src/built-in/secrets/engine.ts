import { extname } from "node:path/posix";

/** What the engine reports; deliberately without its message, which holds the secret. */
export interface EngineMatch {
  /** `aws`, `npm` … */
  readonly rule: string;
  /** Which of the rule's patterns matched, for example `NPM_ACCESS_TOKEN`. */
  readonly pattern: string;
  /** Offsets into the scanned text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export type Engine = (path: string, content: string) => Promise<readonly EngineMatch[]>;

const preset = "@secretlint/secretlint-rule-preset-recommend";
const rulePrefix = "@secretlint/secretlint-rule-";

let loading: Promise<Engine> | undefined;

/** secretlint with its recommended rules, loaded at the first use and kept. */
export function loadEngine(): Promise<Engine> {
  loading ??= createEngine();
  return loading;
}

async function createEngine(): Promise<Engine> {
  const [{ lintSource }, { creator }, { secretLintProfiler }] = await Promise.all([
    import("@secretlint/core"),
    import("@secretlint/secretlint-rule-preset-recommend"),
    import("@secretlint/profiler"),
  ]);
  // It would keep a record of every rule on every file for as long as the process lives.
  secretLintProfiler.setEnabled(false);
  const options = { config: { rules: [{ id: preset, rule: creator }] }, noPhysicFilePath: true };
  return async (path, content) => {
    const source = {
      filePath: path,
      content,
      ext: extensionOf(path),
      contentType: "text" as const,
    };
    const { messages } = await lintSource({ source, options });
    // secretlint does not count a byte order mark, our line map does.
    const shift = content.charCodeAt(0) === 0xfeff ? 1 : 0;
    return messages.flatMap((message) =>
      message.type === "message"
        ? [
            {
              rule: message.ruleId.slice(rulePrefix.length),
              pattern: message.messageId,
              start: message.range[0] + shift,
              end: message.range[1] + shift,
            },
          ]
        : [],
    );
  };
}

/** Without `.p12`, for which secretlint would open the path on this machine's disk. */
function extensionOf(path: string): string {
  const extension = extname(path).toLowerCase();
  return extension === ".p12" ? "" : extension;
}
