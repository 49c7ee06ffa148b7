// Everything here goes to standard error: the output of the command itself stays clean.
const terminal = process.stderr.isTTY === true;

/** Says what is being done, and every few seconds that it still is. */
export async function step(title, work) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  process.stderr.write(`swarm-actions: ${title} …${terminal ? "" : "\n"}`);
  const tick = () => {
    const line = `swarm-actions: ${title} … ${seconds()} s`;
    process.stderr.write(terminal ? `\r${line}` : `${line}\n`);
  };
  const timer = setInterval(tick, terminal ? 1_000 : 15_000);
  try {
    const result = await work();
    process.stderr.write(
      `${terminal ? "\r" : ""}swarm-actions: ${title} … done in ${seconds()} s\n`,
    );
    return result;
  } catch (error) {
    if (terminal) process.stderr.write("\n");
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** An error for people: what happened and what to do, no stack trace. */
export class SetUpError extends Error {
  /** @param {string} message @param {string} fix @param {string} [details] */
  constructor(message, fix, details = "") {
    super(message);
    this.fix = fix;
    this.details = details;
  }
}

export function fail(error) {
  if (!(error instanceof SetUpError)) {
    process.stderr.write(`swarm-actions: ${error instanceof Error ? error.message : error}\n`);
    return;
  }
  if (error.details !== "") process.stderr.write(`\n${error.details.trimEnd()}\n`);
  process.stderr.write(`\nswarm-actions: ${error.message}\n  To mend it: ${error.fix}\n`);
}
