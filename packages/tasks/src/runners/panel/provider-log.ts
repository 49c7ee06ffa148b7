import { type Breakers, createBreakers, type PanelAgent } from "@swarm-actions/agents";
import { compareText } from "@swarm-actions/core";
import type { PanelMember } from "@swarm-actions/review";
import type { ProviderHealth } from "@swarm-actions/swarm";

interface Tally {
  asked: number;
  failed: number;
  reason: string | null;
}

/** How providers answered, and which of them are not asked at the moment. */
export class ProviderLog {
  readonly breakers: Breakers = createBreakers();
  readonly #tallies = new Map<string, Tally>();

  constructor(agents: readonly PanelAgent[]) {
    for (const { agent } of agents) this.#of(agent.provider);
  }

  note({ provider, report }: PanelMember): void {
    const tally = this.#of(provider);
    // One in whose place another answered was asked, and could not answer.
    const wasReplaced = report.status === "nothing-in-scope" && report.error !== null;
    if (report.status === "nothing-in-scope" && !wasReplaced) return;
    tally.asked++;
    if (report.status === "ok") return;
    tally.failed++;
    tally.reason = report.error?.message ?? report.status;
  }

  learn(peers: readonly ProviderHealth[]): void {
    for (const { provider, breaker } of peers) {
      if (breaker === "open" && this.#tallies.has(provider)) this.breakers.trip(provider);
    }
  }

  health(): readonly ProviderHealth[] {
    return [...this.#tallies]
      .map(([provider, tally]): ProviderHealth => {
        const breaker = this.breakers.isOpen(provider) ? "open" : "closed";
        return { provider, ...tally, breaker };
      })
      .sort((a, b) => compareText(a.provider, b.provider));
  }

  #of(provider: string): Tally {
    const tally = this.#tallies.get(provider) ?? { asked: 0, failed: 0, reason: null };
    this.#tallies.set(provider, tally);
    return tally;
  }
}
