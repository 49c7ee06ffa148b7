import { canonicalJson, messageOf } from "@swarm-actions/core";
import { z } from "zod";
import { type NameOnBoard, parseName } from "../queue/names.ts";
import type { Task } from "../task.ts";
import type { PublishedPage } from "./board-findings.ts";
import { isPlainResult } from "./is-plain-result.ts";
import { isShallow } from "./is-shallow.ts";
import { pageSchema, resultSchema } from "./page-schema.ts";
import type { TaskResult, WorkerReport } from "./result.ts";

/** A result of a page that does not count. */
export interface RefusedResult {
  /** Null: it does not even say of which task it is. */
  readonly key: string | null;
  readonly why: string;
}

/** What a page holds, as far as it can be believed. */
export interface ReadPage {
  readonly at: Extract<NameOnBoard, { kind: "result" }>;
  /** The digest of the plan it was written for. */
  readonly plan: string;
  readonly results: readonly TaskResult[];
  readonly refused: readonly RefusedResult[];
  readonly report: WorkerReport;
}

/** Why a whole page does not count. */
export interface RefusedPage {
  readonly name: string;
  readonly why: string;
}

/** What pages may answer. */
export interface KnownTasks {
  /** Those of a plan, by key; undefined: no such plan, or not of this epoch. */
  readonly ofPlan: (plan: string, epoch: number) => ReadonlyMap<string, Task> | undefined;
  /** Those to be done now: a result of an earlier attempt has to be of the very same task. */
  readonly current: ReadonlyMap<string, Task>;
}

/** Reads a page that anybody may have written: what does not fit is refused with a reason, the rest counts. */
export function readPage(
  { name, content }: PublishedPage,
  key: string,
  known: KnownTasks,
): ReadPage | RefusedPage {
  const at = parseName(name, key);
  if (at?.kind !== "result") return { name, why: "its name is not that of a page" };
  if (!isShallow(content)) return { name, why: "it is nested too deeply" };
  const parsed = pageSchema.safeParse(parseJson(content));
  if (!parsed.success) return { name, why: `it is not a page: ${firstFault(parsed.error)}` };
  const { report, plan, page, results } = parsed.data;
  const isOfName =
    page === at.page &&
    report.worker === at.worker &&
    report.epoch === at.epoch &&
    report.attempt === at.attempt;
  if (!isOfName) return { name, why: "it says that it hangs elsewhere" };
  const tasks = known.ofPlan(plan, at.epoch);
  if (tasks === undefined) return { name, why: "no such plan is on the board" };
  const checked = results.map((result) => checkResult(result, tasks, known.current));
  return {
    at,
    plan,
    results: checked.filter((one) => "result" in one).map(({ result }) => result),
    refused: checked.filter((one) => "why" in one),
    report: report as WorkerReport,
  };
}

function checkResult(
  given: unknown,
  tasks: ReadonlyMap<string, Task>,
  current: ReadonlyMap<string, Task>,
): { readonly result: TaskResult } | RefusedResult {
  if (!isPlainResult(given)) return { key: keyOf(given), why: faultOf(given) };
  const { key } = given;
  const planned = tasks.get(key);
  const wanted = current.get(key);
  if (planned === undefined || wanted === undefined) return { key, why: "no such task is planned" };
  if (planned !== wanted && canonicalJson(planned) !== canonicalJson(wanted))
    return { key, why: "it is of another task that had this key" };
  return { result: given };
}

/** The schema knows the reason. */
function faultOf(given: unknown): string {
  const { error } = resultSchema.safeParse(given);
  return error === undefined ? "it is not as results have to be" : firstFault(error);
}

function keyOf(given: unknown): string | null {
  const named = z.object({ key: z.string().max(4096) }).safeParse(given);
  return named.success ? named.data.key : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is refused by the schema, as is everything else that is not a page.
    return undefined;
  }
}

/** The first thing that is wrong, with its place; values are not repeated, as they may be anything. */
function firstFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return messageOf(error);
  const place = issue.path.map(String).join(".").slice(0, 100);
  return `${place === "" ? "it" : place}: ${issue.message.slice(0, 200)}`;
}
