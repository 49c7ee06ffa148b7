import { SecretMasker } from "./secret-masker.ts";
import { parseWorkflowCommand, type WorkflowCommand } from "./workflow-command.ts";

/** What a step says of a place, or of itself, with `::error`, `::warning` or `::notice`. */
export interface StepAnnotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly title: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  readonly endColumn: number | null;
}

const shown = new Map([
  ["error", "##[error]"],
  ["warning", "##[warning]"],
  ["notice", "##[notice]"],
  ["group", "##[group]"],
  ["debug", "##[debug]"],
]);

/** Reads a step's output line by line as a runner does: obeys its commands, hides its secrets. */
export class StepLog {
  readonly annotations: StepAnnotation[] = [];
  readonly masker = new SecretMasker();
  readonly #lines: string[] = [];
  /** What makes commands count again; null while they count. */
  #resume: string | null = null;

  /** With the values that were known to be secret when each line was written replaced. */
  get text(): string {
    return this.#lines.join("\n");
  }

  write(line: string): void {
    const command = parseWorkflowCommand(line);
    if (command === null) this.#print(line);
    else if (this.#resume === null) this.#obey(command, line);
    else if (command.name === this.#resume) this.#resume = null;
    else this.#print(line);
  }

  /** Something that the runner itself says. */
  annotate(level: StepAnnotation["level"], message: string): void {
    this.#obey({ name: level, properties: new Map(), data: message }, message);
  }

  #obey(command: WorkflowCommand, line: string): void {
    const { name, data } = command;
    if (name === "add-mask") this.masker.add(data);
    else if (name === "stop-commands") this.#resume = data;
    else if (name === "endgroup") this.#print("##[endgroup]");
    else if (name === "error" || name === "warning" || name === "notice") {
      this.annotations.push(this.#annotationOf(name, command));
      this.#print(`${shown.get(name)}${data}`);
    } else this.#print(shown.has(name) ? `${shown.get(name)}${data}` : line);
  }

  #print(line: string): void {
    this.#lines.push(this.masker.mask(line));
  }

  #annotationOf(level: StepAnnotation["level"], command: WorkflowCommand): StepAnnotation {
    const text = (name: string): string | null => command.properties.get(name) ?? null;
    const number = (name: string): number | null => {
      const value = text(name);
      return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
    };
    return {
      level,
      message: this.masker.mask(command.data),
      title: text("title"),
      file: text("file"),
      line: number("line"),
      endLine: number("endLine"),
      column: number("col"),
      endColumn: number("endColumn"),
    };
  }
}
