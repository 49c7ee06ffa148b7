/** What was asked of a sandbox on the command line. */
export interface SandboxCommandOptions {
  readonly seed?: string;
  readonly port: number;
}
