/**
 * Our parser and position map against parse-diff and gitdiff-parser, on a diff of 100,000 lines.
 *
 *   node scripts/bench/diff.ts
 *
 * Measured: from the text of the diff until each of its lines, on both sides, was asked for by path
 * and number and found in its hunk. The peers have no such lookup, so each gets the one that is made
 * from a list of lines: a map by number for each side of a file, built when the file is first asked
 * for. The detail also says how it stands once the text of every line was read: ours makes texts
 * only then, the peers have them from the start.
 *
 * Each round takes every contestant in turn. Figures are ratios of medians. Before that,
 * every text of every contestant is checked against a plain reading of the diff; the hunks always.
 */
import { type Contestant, ours, peers } from "./diff/contestants.ts";
import type { Questions } from "./diff/questions.ts";
import { countLocated, countRead, countRight, listQuestions } from "./diff/questions.ts";
import { sampleDiff } from "./diff/sample.ts";
import { type BenchResult, describe, isMet } from "./result.ts";

const warmUps = 10;
const rounds = 41;

interface Times {
  /** Milliseconds until every line had been located, one a round. */
  readonly located: number[];
  /** The same, until every text had been read as well. */
  readonly read: number[];
}

/** One result for each peer: how many times longer it takes than ours. */
export async function benchDiff(): Promise<BenchResult[]> {
  const diff = sampleDiff();
  const questions = listQuestions(diff);
  const contestants = [ours, ...peers];
  for (const contestant of contestants) checkAnswers(contestant, diff, questions);
  const times = new Map(contestants.map(({ name }) => [name, emptyTimes()]));
  for (let round = -warmUps; round < rounds; round++)
    for (const contestant of contestants) {
      const [located, read] = timeOne(contestant, diff, questions);
      if (round < 0) continue;
      times.get(contestant.name)?.located.push(located);
      times.get(contestant.name)?.read.push(read);
    }
  const lines = diff.split("\n").length - 1;
  return peers.map(({ name }) => compare(name, lines, times.get(name), times.get(ours.name)));
}

function emptyTimes(): Times {
  return { located: [], read: [] };
}

function checkAnswers({ name, open }: Contestant, diff: string, all: readonly Questions[]): void {
  const right = countRight(open(diff), all);
  if (right !== countLines(all)) throw new Error(`${name} gave ${right} right texts`);
}

function countLines(questions: readonly Questions[]): number {
  return questions.reduce((sum, { texts }) => sum + texts.length, 0);
}

function timeOne(
  { name, open }: Contestant,
  diff: string,
  questions: readonly Questions[],
): [located: number, read: number] {
  // A new string, so that nothing an earlier round found out about it helps this one.
  const fresh = Buffer.from(diff).toString();
  const start = performance.now();
  const opened = open(fresh);
  const located = countLocated(opened, questions);
  const locatedAt = performance.now();
  const read = countRead(opened, questions);
  const readAt = performance.now();
  if (located !== countLines(questions) || read !== located)
    throw new Error(`${name} located ${located} lines and read ${read}`);
  return [locatedAt - start, readAt - start];
}

function compare(
  name: string,
  lines: number,
  theirs: Times = emptyTimes(),
  mine: Times = emptyTimes(),
): BenchResult {
  const [their, our] = [median(theirs.located), median(mine.located)];
  const withTexts = (median(theirs.read) / median(mine.read)).toFixed(2);
  const times = `${name} ${their.toFixed(1)} ms, ours ${our.toFixed(1)} ms`;
  return {
    name: `diff: parse and locate every line, against ${name}`,
    ratio: their / our,
    bound: 3,
    better: "higher",
    detail: `${lines} lines, median of ${rounds}: ${times}; all texts read too: ${withTexts}×`,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

if (import.meta.main) {
  const results = await benchDiff();
  for (const result of results) console.log(describe(result));
  if (!results.every(isMet)) process.exitCode = 1;
}
