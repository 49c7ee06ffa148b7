import { type Breakers, createBreakers, type PanelAgent } from "@swarm-actions/agents";
import { compareText } from "@swarm-actions/core";
import type { PanelMember } from "@swarm-actions/review";
import type { DownProvider, ProviderHealth } from "@swarm-actions/swarm";
import { wasNotAsked } from "./was-not-asked.ts";

/** So many pauses in all it is worth waiting for others to find that a provider came back. */
const worthPauses = 2.5;
const ordinaryPause = 60_000;

interface Tally {
  asked: number;
  failed: number;
  reason: string | null;
  answeredAt?: number;
  failedAt?: number;
}

/** How providers answered, and which of them are not asked at the moment. */
export class ProviderLog {
  readonly breakers: Breakers;
  readonly #tallies = new Map<string, Tally>();
  readonly #patience: number;
  #waited = 0;

  /** @param pause milliseconds before a provider that failed is tried again */
  constructor(agents: readonly PanelAgent[], pause = ordinaryPause) {
    this.#patience = worthPauses * pause;
    this.breakers = createBreakers(pause);
    for (const { agent } of agents) this.#of(agent.provider);
  }

  note(member: PanelMember): void {
    const { provider, report } = member;
    const tally = this.#of(provider);
    // One in whose place another answered was asked, and could not answer.
    const wasReplaced = report.status === "nothing-in-scope" && report.error !== null;
    if (report.status === "nothing-in-scope" && !wasReplaced) return;
    if (wasNotAsked(member)) return;
    tally.asked++;
    if (report.status === "ok") {
      tally.answeredAt = Date.now();
      this.#waited = 0;
      return;
    }
    tally.failed++;
    tally.failedAt = Date.now();
    tally.reason = report.error?.message ?? report.status;
  }

  /** Milliseconds for which it is still worth waiting that others have an answer; anew after each answer. */
  get patience(): number {
    return Math.max(0, this.#patience - this.#waited);
  }

  /** It was waited in vain for so many milliseconds. */
  wait(milliseconds: number): void {
    this.#waited += milliseconds;
  }

  learn(down: readonly DownProvider[]): void {
    const until = new Map(down.map((one) => [one.provider, one.until]));
    for (const provider of this.#tallies.keys()) {
      const time = until.get(provider);
      if (time === undefined) this.breakers.release(provider);
      else this.breakers.trip(provider, time - Date.now());
    }
  }

  /** Milliseconds until one of these, or of those who stand in for them, may be asked. */
  opensIn(agents: readonly PanelAgent[]): number {
    const chains = agents.flatMap(chainOf);
    return Math.min(...chains.map(({ agent }) => this.breakers.opensIn(agent.provider)));
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

function chainOf(one: PanelAgent): readonly PanelAgent[] {
  return [one, ...(one.standIn === undefined ? [] : chainOf(one.standIn))];
}
