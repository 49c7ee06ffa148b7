import type { Message, Runner } from "@swarm-actions/action-kit";

/** A runner that only remembers what it was told. */
export interface FakeRunner extends Runner {
  readonly told: readonly Message[];
  /** The job summary; null while none was written. */
  readonly summary: () => string | null;
  readonly outputs: () => Readonly<Record<string, string>>;
  readonly annotations: () => readonly Extract<Message, { kind: "annotation" }>[];
  /** Every text that left the action, wherever to. */
  readonly everything: () => string;
}

export function createFakeRunner(
  variables: Readonly<Record<string, string | undefined>> = {},
): FakeRunner {
  const told: Message[] = [];
  let summary: string | null = null;
  let clock = 0;
  const outputs = (): Record<string, string> =>
    Object.fromEntries(
      told.flatMap((one) => (one.kind === "output" ? [[one.name, one.value] as const] : [])),
    );
  return {
    variables: { GITHUB_REPOSITORY: "octo/app", ...variables },
    tell: (message) => void told.push(message),
    writeSummary: async (markdown) => {
      summary = markdown;
    },
    now: () => (clock += 10),
    told,
    summary: () => summary,
    outputs,
    annotations: () => told.filter((one) => one.kind === "annotation"),
    everything: () =>
      JSON.stringify([told.filter((one) => one.kind !== "mask"), summary, outputs()]),
  };
}
