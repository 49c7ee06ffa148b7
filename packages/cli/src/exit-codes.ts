/** What the process says to scripts; `--help` of each command lists them. */
export const exitCodes = {
  /** Nothing at or above the threshold. */
  fine: 0,
  /** A finding at or above the threshold. */
  findings: 1,
  /** The command line, the configuration or the repository is not as it must be. */
  usage: 2,
  /** Some of the change, or all of it, was not reviewed, or not by every agent. */
  incomplete: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
