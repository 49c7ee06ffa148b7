import type { Usage } from "@swarm-actions/review";
import type { ChatReply } from "./chat-model.ts";
import type { ModelOptions } from "./options.ts";

/** What all models together may use in a run; null: no limit. */
export interface Budget {
  readonly usd: number | null;
  readonly tokens: number | null;
}

/** An equal part of a budget. */
export function shareOf({ usd, tokens }: Budget, parts: number): Budget {
  return {
    usd: usd === null ? null : usd / parts,
    tokens: tokens === null ? null : Math.floor(tokens / parts),
  };
}

/** Keeps account of what one agent used, and of what it has promised to requests under way. */
export class Spending {
  #requests = 0;
  #input = 0;
  #output = 0;
  #promisedInput = 0;
  #promisedOutput = 0;
  readonly #share: Budget;
  readonly #price: ModelOptions["price"];

  constructor(share: Budget, price: ModelOptions["price"]) {
    this.#share = share;
    this.#price = price;
  }

  /** Sets tokens aside for a request; false when the share does not hold them. */
  reserve(input: number, output: number): boolean {
    const [allInput, allOutput] = [
      this.#input + this.#promisedInput + input,
      this.#output + this.#promisedOutput + output,
    ];
    const { usd, tokens } = this.#share;
    if (tokens !== null && allInput + allOutput > tokens) return false;
    if (usd !== null && (this.#cost(allInput, allOutput) ?? 0) > usd) return false;
    this.#promisedInput += input;
    this.#promisedOutput += output;
    return true;
  }

  /** Gives back what `reserve` set aside, once the request is over. */
  release(input: number, output: number): void {
    this.#promisedInput -= input;
    this.#promisedOutput -= output;
  }

  count({ inputTokens, outputTokens }: Pick<ChatReply, "inputTokens" | "outputTokens">): void {
    this.#requests++;
    this.#input += inputTokens;
    this.#output += outputTokens;
  }

  usage(): Usage {
    return {
      requests: this.#requests,
      inputTokens: this.#input,
      outputTokens: this.#output,
      costUsd: this.#cost(this.#input, this.#output),
    };
  }

  #cost(input: number, output: number): number | null {
    if (this.#price === undefined) return null;
    return (input * this.#price.input + output * this.#price.output) / 1_000_000;
  }
}
