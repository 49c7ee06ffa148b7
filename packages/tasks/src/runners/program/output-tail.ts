import { StringDecoder } from "node:string_decoder";
import type { Redactor } from "@swarm-actions/core";

/** Bytes kept beyond what is shown, so that a value is whole when it is looked for. */
const margin = 16 * 1024;

/** A line without an end is passed on in pieces of this many characters. */
const longestLine = 8 * 1024;

/** The end of what a program printed, however much it was. */
export class OutputTail {
  readonly #redactor: Redactor;
  readonly #onLine: ((line: string) => void) | undefined;
  readonly #limit: number;
  readonly #decoder = new StringDecoder("utf8");
  #chunks: Buffer[] = [];
  #size = 0;
  #line = "";

  /** @param limit bytes that are kept */
  constructor(redactor: Redactor, limit: number, onLine?: (line: string) => void) {
    this.#redactor = redactor;
    this.#limit = limit;
    this.#onLine = onLine;
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size > 4 * (this.#limit + margin)) this.#shorten();
    if (this.#onLine !== undefined) this.#passOn(this.#decoder.write(chunk), this.#onLine);
  }

  /** The last characters, known values taken out before anything is cut. */
  text(): string {
    this.#shorten();
    if (this.#line !== "") this.#onLine?.(this.#redactor.redact(this.#line));
    this.#line = "";
    const kept = Buffer.concat(this.#chunks).toString("utf8");
    const clean = this.#redactor.redact(kept.replaceAll("\u0000", "")).trimEnd();
    return clean.slice(-this.#limit).toWellFormed();
  }

  #shorten(): void {
    const kept = Buffer.concat(this.#chunks).subarray(-(this.#limit + margin));
    // A copy, so that the large piece it was cut from can go.
    this.#chunks = [Buffer.from(kept)];
    this.#size = kept.length;
  }

  #passOn(text: string, onLine: (line: string) => void): void {
    const lines = (this.#line + text).split("\n");
    this.#line = lines.pop() ?? "";
    if (this.#line.length > longestLine) {
      lines.push(this.#line);
      this.#line = "";
    }
    for (const line of lines) onLine(this.#redactor.redact(line.replace(/\r$/, "")));
  }
}
