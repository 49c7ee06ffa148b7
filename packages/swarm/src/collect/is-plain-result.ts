import type { Vote } from "../consensus/vote.ts";
import { hasMembers, isBetween, isListOf, isObject, isText, isWhole } from "../plain-json.ts";
import { bounds } from "./bounds.ts";
import type { TaskError, TaskResult, TaskUsage } from "./result.ts";

/**
 * Whether what was parsed from JSON is a result just as its schema wants it. Says the same as the schema,
 * without a reason and without a copy, which makes a difference with a hundred thousand of them.
 */
export function isPlainResult(given: unknown): given is TaskResult {
  if (!hasMembers<TaskResult>(given, 8)) return false;
  const { key, status, output, votes, error, startedAt, seconds, usage } = given;
  return (
    isText(key, bounds.key) &&
    key !== "" &&
    (status === "done" || status === "failed") &&
    output !== undefined &&
    isListOf(votes, bounds.votes, isPlainVote) &&
    (error === null || isPlainError(error)) &&
    isBetween(startedAt, bounds.instant.least, bounds.instant.most) &&
    isBetween(seconds, 0, bounds.seconds) &&
    (usage === null || isPlainUsage(usage))
  );
}

function isPlainVote(given: unknown): given is Vote {
  if (!isObject<Vote>(given)) return false;
  const { item, voter, label, provider, ranking, weight } = given;
  const more = [provider, ranking, weight].filter((one) => one !== undefined).length;
  return (
    hasMembers(given, 3 + more) &&
    isText(item, bounds.key) &&
    isText(voter, bounds.name) &&
    (label === null || isText(label, bounds.key)) &&
    (provider === undefined || isText(provider, bounds.name)) &&
    (ranking === undefined || isListOf(ranking, bounds.ranking, isLabel)) &&
    (weight === undefined || (isBetween(weight, 0, bounds.weight) && weight !== 0))
  );
}

function isLabel(given: unknown): given is string {
  return isText(given, bounds.key);
}

function isPlainError(given: unknown): given is TaskError {
  if (!hasMembers<TaskError>(given, 3)) return false;
  const { code, message, fix } = given;
  return isText(code, bounds.name) && isText(message, bounds.text) && isText(fix, bounds.text);
}

function isPlainUsage(given: unknown): given is TaskUsage {
  if (!hasMembers<TaskUsage>(given, 4)) return false;
  const { requests, inputTokens, outputTokens, costUsd } = given;
  return (
    isWhole(requests, bounds.count) &&
    isWhole(inputTokens, Number.MAX_SAFE_INTEGER) &&
    isWhole(outputTokens, Number.MAX_SAFE_INTEGER) &&
    (costUsd === null || isBetween(costUsd, 0, bounds.dollars))
  );
}
