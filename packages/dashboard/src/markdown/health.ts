import { wordsOf } from "@swarm-actions/display";
import type { ProviderHealth, SwarmReport } from "@swarm-actions/swarm";
import { healthWords } from "../health-words.ts";
import { writeTable } from "./list.ts";

const room = { most: 50, characters: 12_000 };

/** How the agents' providers answered; null where no provider was asked. */
export function healthSection({ providers }: SwarmReport): string | null {
  if (providers.length === 0) return null;
  const columns = ["Provider", "State", "Asked:", "Failed:", "Last failure"];
  return [
    "### Agents' health",
    "",
    ...writeTable(columns, providers, healthCells, "provider", room),
  ].join("\n");
}

function healthCells(health: ProviderHealth): readonly string[] {
  const { provider, asked, failed, reason } = health;
  return [
    wordsOf(provider, 80),
    healthWords(health),
    asked.toLocaleString("en-US"),
    failed.toLocaleString("en-US"),
    wordsOf(reason ?? "", 300),
  ];
}
