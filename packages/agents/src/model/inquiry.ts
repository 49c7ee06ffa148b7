import { CodedError, Redactor } from "@swarm-actions/core";
import type { AgentAnswer, Correction, Remark, ReviewTask } from "@swarm-actions/review";
import pLimit from "p-limit";
import { scanTask } from "../built-in/secrets/scan.ts";
import { AgentError } from "../panel/agent-error.ts";
import { remarkOf } from "./answer.ts";
import { askModel, type ModelChoice } from "./ask-model.ts";
import { buildSystemPrompt, buildUserPrompt } from "./build-prompt.ts";
import type { ModelOptions } from "./options.ts";
import { estimateTokens, packPieces } from "./pack-pieces.ts";
import type { Piece } from "./piece.ts";
import { type Role, roles } from "./roles.ts";
import type { Mask } from "./show-pieces.ts";
import type { Spending } from "./spending.ts";

export interface InquiryOptions {
  readonly name: string;
  readonly role: Role;
  readonly options: ModelOptions;
  readonly choice: ModelChoice;
  readonly signal: AbortSignal;
}

/** What became of one request: its remarks, or why its hunks stay unreviewed. */
type Outcome =
  | { readonly kind: "answered"; readonly remarks: readonly Remark[] }
  | { readonly kind: "unread"; readonly reason: string; readonly error: CodedError | null };

/** One agent's review of one task, in as many requests as it takes. */
export class Inquiry {
  readonly #with: InquiryOptions;
  readonly #task: ReviewTask;
  readonly #spending: Spending;
  #cutOff = 0;

  constructor(options: InquiryOptions, task: ReviewTask, spending: Spending) {
    this.#with = options;
    this.#task = task;
    this.#spending = spending;
  }

  async run(): Promise<AgentAnswer> {
    const { options, role } = this.#with;
    const system = await buildSystemPrompt(role, options);
    const frame = estimateTokens(system) + estimateTokens(this.#task.peers ?? "");
    const room = Math.max(1000, options["max-input-tokens"] - frame - 500);
    const requests = packPieces(this.#task.files, options["context-lines"], room);
    const limit = pLimit(options.parallel);
    const mask = await this.#maskSecrets();
    const outcomes = await Promise.all(
      requests.map((pieces) => limit(() => this.#ask(system, pieces, mask))),
    );
    return this.#conclude(requests, outcomes);
  }

  /** A credential that was added by mistake must not travel to an endpoint as well. */
  async #maskSecrets(): Promise<Mask> {
    const redactor = new Redactor();
    const { values } = await scanTask(this.#task, this.#with.signal);
    for (const value of values) redactor.add(value);
    return (text) => redactor.redact(text);
  }

  async #ask(system: string, pieces: readonly Piece[], mask: Mask): Promise<Outcome> {
    const { name, role, options, choice, signal } = this.#with;
    const user = buildUserPrompt(this.#task, pieces, mask);
    const input = estimateTokens(system) + estimateTokens(user);
    const maxOutputTokens = options["max-output-tokens"];
    if (!this.#spending.reserve(input, maxOutputTokens)) {
      return { kind: "unread", reason: "the budget was used up", error: null };
    }
    try {
      const answer = await askModel(choice, { system, user, maxOutputTokens }, signal, (reply) => {
        // Some endpoints count nothing; a budget must hold there too.
        this.#spending.count({
          inputTokens: reply.inputTokens || input,
          outputTokens: reply.outputTokens || estimateTokens(reply.text),
        });
        if (reply.cutOff) this.#cutOff++;
      });
      if (answer instanceof CodedError) {
        return { kind: "unread", reason: "the model's answer could not be read", error: answer };
      }
      const remarks = answer.findings.map((one) => remarkOf(one, name, roles[role][0]));
      return { kind: "answered", remarks };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return { kind: "unread", reason: error.message, error };
    } finally {
      this.#spending.release(input, maxOutputTokens);
    }
  }

  #conclude(requests: readonly Piece[][], outcomes: readonly Outcome[]): AgentAnswer {
    const unread = outcomes.filter((outcome) => outcome.kind === "unread");
    const error = unread.find((outcome) => outcome.error !== null)?.error ?? null;
    // Nothing at all was read: that is the agent's failure, not a thin review.
    if (error !== null && unread.length === outcomes.length) {
      const { code, message, fault, fix } = error;
      throw new AgentError(code, message, { fault, fix, cause: error }, this.#spending.usage());
    }
    return {
      remarks: outcomes.flatMap((one) => (one.kind === "answered" ? one.remarks : [])),
      skipped: skippedHunks(requests, outcomes),
      corrections: this.#corrections(),
      usage: this.#spending.usage(),
    };
  }

  #corrections(): Correction[] {
    if (this.#cutOff === 0) return [];
    return [{ kind: "dropped", reason: "the answer reached its limit", count: this.#cutOff }];
  }
}

/** A hunk counts as read only when all of its pieces were. */
function skippedHunks(
  requests: readonly Piece[][],
  outcomes: readonly Outcome[],
): AgentAnswer["skipped"] {
  const skipped = new Map<string, AgentAnswer["skipped"][number]>();
  for (const [at, outcome] of outcomes.entries()) {
    if (outcome.kind === "answered") continue;
    for (const { file, hunk } of requests[at] ?? []) {
      const path = file.diff.path;
      skipped.set(`${hunk} ${path}`, { path, hunk, reason: outcome.reason });
    }
  }
  return [...skipped.values()];
}
