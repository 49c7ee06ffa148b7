import type { Dashboard } from "@swarm-actions/dashboard";
import type {
  BlockSpan,
  SwarmReport,
  TaskResult,
  Verdict,
  WorkerReport,
  WorkerResult,
} from "@swarm-actions/swarm";

/** When the workers of these reports were ready, in milliseconds since 1970. */
export const swarmStart = Date.UTC(2026, 10, 22, 9, 30);

const at = (seconds: number): number => swarmStart + seconds * 1000;

export function spanOf(
  from: number,
  to: number,
  how: BlockSpan["how"] = "own",
  overrides: Partial<BlockSpan> = {},
): BlockSpan {
  return { block: "w0-b0", tasks: 4, startedAt: at(from), endedAt: at(to), how, ...overrides };
}

export function workerReportOf(
  worker: number,
  overrides: Partial<WorkerReport> = {},
): WorkerReport {
  return {
    worker,
    epoch: 0,
    attempt: 1,
    startedAt: at(-12),
    readyAt: at(0),
    at: at(90),
    isDone: true,
    spans: [spanOf(0, 40), spanOf(42, 88)],
    claims: 2,
    conflicts: 0,
    steals: 0,
    claimSeconds: [1.4, 1.6],
    providers: [],
    ...overrides,
  };
}

/** A swarm that did all it had to do; a test says what is different. */
export function swarmReportOf(overrides: Partial<SwarmReport> = {}): SwarmReport {
  const expected = { workers: 2, seconds: 95, billedMinutes: 4, costUsd: 0.024 };
  const curve = [1, 2, 3, 4].map((workers) => ({
    workers,
    seconds: 15 + 160 / workers,
    billedMinutes: 2 + workers,
    costUsd: 0.006 * (2 + workers),
  }));
  return {
    version: 1,
    key: "swarm",
    topology: "flat",
    mode: "queue",
    plan: {
      digest: "0123456789abcdef",
      choice: {
        workers: 2,
        why: "A third worker would cost more than the time it saves",
        lowerBound: 88,
        expected,
        rho: 1.08,
        saturation: 8,
        curve,
      },
    },
    outcome: "complete",
    reason: null,
    coverage: { tasks: 16, done: 16, failed: [], missing: [] },
    rounds: 1,
    workers: [workerReportOf(0), workerReportOf(1)],
    jobs: [
      { job: "plan", seconds: 14, minutes: 1, known: "all" },
      { job: "worker 0", seconds: 102, minutes: 2, known: "all" },
      { job: "worker 1", seconds: 102, minutes: 2, known: "all" },
    ],
    providers: [],
    figures: {
      makespan: 88,
      lowerBound: 82,
      rho: 1.073,
      taskSeconds: 164,
      overhead: 0.041,
      claims: 4,
      conflicts: 1,
      steals: 1,
      speculations: 1,
      duplicates: 0,
      retries: 0,
      billed: "all",
      billedMinutes: 5,
      wasteMinutes: 1.4,
      costUsd: 0.03,
    },
    usage: null,
    verdict: null,
    apiRequests: 3,
    apiLimit: { requests: 5000, left: 4990 },
    ...overrides,
  };
}

function verdictOf(overrides: Partial<Verdict> = {}): Verdict {
  return {
    item: "issue 12",
    label: "bug",
    posterior: [
      { label: "bug", probability: 0.9 },
      { label: "idea", probability: 0.1 },
    ],
    votes: [
      { item: "issue 12", voter: "one", label: "bug" },
      { item: "issue 12", voter: "two", label: "idea" },
    ],
    dissent: ["two"],
    absences: ["three"],
    ...overrides,
  };
}

export function dashboardOf(
  report: Partial<SwarmReport> = {},
  overrides: Partial<Dashboard> = {},
): Dashboard {
  return {
    report: swarmReportOf(report),
    title: "org/repository, run 12",
    tool: { version: "0.1.0" },
    results: [],
    ...overrides,
  };
}

export function workerResultOf(
  key: string,
  worker: number,
  overrides: Partial<TaskResult> = {},
): WorkerResult {
  const result: TaskResult = {
    key,
    status: "done",
    output: null,
    votes: [],
    error: null,
    startedAt: at(0),
    seconds: 10,
    usage: null,
    ...overrides,
  };
  return { worker, epoch: 0, attempt: 1, result };
}

/** A swarm in which something of everything happened. */
export function eventfulDashboard(): Dashboard {
  const lost = workerReportOf(2, {
    isDone: false,
    at: at(30),
    spans: [spanOf(0, 28, "own", { block: "w2-b0" })],
  });
  const busy = workerReportOf(1, {
    steals: 1,
    spans: [spanOf(0, 40), spanOf(41, 70, "stolen"), spanOf(71, 88, "speculative")],
  });
  const again = workerReportOf(0, { epoch: 1, readyAt: at(110), spans: [spanOf(111, 140)] });
  return dashboardOf(
    {
      outcome: "partial",
      reason: "1 of 20 tasks has no result.",
      rounds: 2,
      coverage: {
        tasks: 20,
        done: 19,
        failed: ["test/slow.test.ts"],
        missing: [{ key: "test/lost.test.ts", why: "block 1 of worker 2 was claimed" }],
      },
      workers: [workerReportOf(0), busy, lost, { ...again, at: at(141) }],
      providers: [
        { provider: "alpha", asked: 12, failed: 0, breaker: "closed", reason: null },
        { provider: "beta", asked: 5, failed: 5, breaker: "open", reason: "503 from `beta`" },
      ],
      usage: { requests: 17, inputTokens: 12_400, outputTokens: 800, costUsd: 0.21, unpriced: 1 },
      verdict: {
        rule: "dawid-skene",
        applied: "weighted",
        note: "There are fewer than 50 items.",
        verdicts: [
          verdictOf({ item: "issue 11", dissent: [], absences: [] }),
          verdictOf(),
          verdictOf({ item: "issue 13", label: null, reason: "a tie" }),
        ],
        voters: [{ voter: "one", provider: "alpha", votes: 3, reliability: 0.86 }],
      },
    },
    {
      results: Array.from({ length: 12 }, (_, index) =>
        workerResultOf(`test/${index}.test.ts`, index % 2, { seconds: index * 3 + 1 }),
      ),
    },
  );
}

/** What would run, link, notify, reorder or hide, wherever a worker or a task may write. */
export const hostileWords = [
  "<script>alert('ran')</script><img src=x onerror=alert(1)>",
  "](javascript:alert(1)) ![](https://evil.example/p.png) https://evil.example @org/team #1",
  "``` \n```\n| a | b |\n# heading\n</details><!-- ",
  'section x :crit, 2000-01-01, 9999d\n  click a href "javascript:alert(1)"',
  "\u202Edesrever\u200B\u001b[31m %%{init: {'securityLevel':'loose'}}%%",
  "שלום עולם نص عربي",
  '" onmouseover="alert(1)',
] as const;

export function hostileDashboard(): Dashboard {
  const all = hostileWords.join(" ");
  const each = [...hostileWords, all];
  return dashboardOf(
    {
      key: all,
      outcome: "failed",
      reason: all,
      coverage: {
        tasks: 99,
        done: each.length,
        failed: each,
        missing: each.map((words) => ({ key: words, why: words })),
      },
      plan: {
        digest: all,
        choice: { ...swarmReportOf().plan.choice, why: all },
      },
      jobs: [{ job: all, seconds: 1, minutes: 1, known: "at-least" }],
      workers: [
        workerReportOf(0, {
          spans: [
            spanOf(0, 10, "own", { block: all }),
            spanOf(-1e9, 1e15, "stolen", { block: all, tasks: 1e21 }),
            spanOf(20, 10, "speculative"),
          ],
        }),
      ],
      providers: each.map((words) => ({
        provider: words,
        asked: 1,
        failed: 1,
        breaker: "open" as const,
        reason: words,
      })),
      verdict: {
        rule: all,
        applied: all,
        note: all,
        verdicts: each.map((words) =>
          verdictOf({
            item: words,
            label: words,
            posterior: [{ label: words, probability: 1 }],
            votes: [{ item: words, voter: words, label: words }],
            dissent: each,
            absences: each,
          }),
        ),
        voters: each.map((words) => ({ voter: words, provider: words, votes: 1, reliability: 1 })),
      },
    },
    { title: all, results: each.map((words) => workerResultOf(words, 0)) },
  );
}

/** As many workers and tasks as asked for, each worker with `blocks` blocks. */
export function hugeDashboard(workers: number, tasks: number, blocks: number): Dashboard {
  const reports = Array.from({ length: workers }, (_, worker) => {
    const spans = Array.from({ length: blocks }, (__, block) =>
      spanOf(block * 10 + worker / 10, block * 10 + 9.5, block % 7 === 0 ? "stolen" : "own", {
        block: `w${worker}-b${block}`,
      }),
    );
    return workerReportOf(worker, { readyAt: at(worker / 10), at: at(blocks * 10), spans });
  });
  const keys = Array.from({ length: tasks }, (_, index) => `packages/part/test/${index}.test.ts`);
  const half = Math.floor(tasks / 2);
  return dashboardOf(
    {
      outcome: "partial",
      reason: `${tasks - half} tasks have no result.`,
      coverage: {
        tasks,
        done: half,
        failed: keys.slice(0, Math.floor(half / 2)),
        missing: keys.slice(half).map((key) => ({ key, why: "nobody came to it" })),
      },
      workers: reports,
      verdict: {
        rule: "majority",
        applied: "majority",
        note: null,
        verdicts: keys.slice(0, half).map((item) => verdictOf({ item })),
        voters: [],
      },
    },
    {
      results: keys
        .slice(0, half)
        .map((key, index) => workerResultOf(key, index % workers, { seconds: (index % 977) / 10 })),
    },
  );
}
