import { CodedError } from "@swarm-actions/core";
import { planLimits } from "./check-tasks.ts";
import type { PlanOptions } from "./plan-options.ts";

/** @throws CodedError `plan/bad-option` naming the option */
export function checkOptions(options: PlanOptions): void {
  if (!/^[a-z0-9-]{1,40}$/.test(options.key)) {
    throw bad("key", options.key, "1 to 40 lower case letters, digits and dashes");
  }
  if (options.workers !== "auto") checkWorkers("workers", options.workers);
  checkWorkers("max-workers", options.maxWorkers);
  checkAmount("runner-price", options.runnerPrice);
  checkAmount("waiting-cost", options.waitingCost);
  checkPositive("max-cost", options.maxCost);
  checkPositive("max-minutes", options.maxMinutes);
  checkPositive("block-size", options.blockSize);
  checkPositive("max-blocks", options.maxBlocks);
  checkPositive("most-names", options.mostNames);
}

function checkWorkers(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1 || value > planLimits.matrix) {
    throw bad(name, value, `a whole number from 1 to ${planLimits.matrix}`);
  }
}

function checkAmount(name: string, value: number): void {
  if (!Number.isFinite(value) || value < 0) throw bad(name, value, "a number of 0 or more");
}

function checkPositive(name: string, value: number | null): void {
  if (value !== null && !(Number.isFinite(value) && value > 0)) {
    throw bad(name, value, "a number above 0");
  }
}

function bad(name: string, value: string | number, wanted: string): CodedError {
  return new CodedError("plan/bad-option", `${name} is ${JSON.stringify(value)}`, {
    fix: `Give ${name} as ${wanted}.`,
    place: name,
  });
}
