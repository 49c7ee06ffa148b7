import { html, inline, type SafeHtml, visibleLine } from "@swarm-actions/display";
import type { ProviderHealth, SwarmReport } from "@swarm-actions/swarm";
import { healthWords } from "../health-words.ts";
import { amount } from "../units.ts";
import { dataTable } from "./data-table.ts";

/** How the agents' providers answered all workers together. */
export function healthSection({ providers }: SwarmReport): SafeHtml {
  return html`<section aria-labelledby="health"><h2 id="health">Agents' health</h2>
${providers.length === 0 ? html`<p class="none">No provider was asked.</p>` : table(providers)}</section>`;
}

function table(providers: readonly ProviderHealth[]): SafeHtml {
  return dataTable<ProviderHealth>({
    label: "Providers",
    noun: "provider",
    most: 500,
    items: providers,
    columns: [
      { name: "Provider", cell: ({ provider }) => visibleLine(provider) },
      { name: "State", cell: stateCell },
      { name: "Asked", cell: ({ asked }) => amount(asked), number: ({ asked }) => asked },
      { name: "Failed", cell: ({ failed }) => amount(failed), number: ({ failed }) => failed },
      { name: "Last failure", cell: ({ reason }) => html`${inline(reason ?? "")}` },
    ],
  });
}

function stateCell(health: ProviderHealth): SafeHtml {
  const look = health.breaker === "open" ? "status failed" : "status";
  return html`<span class="${look}">${healthWords(health)}</span>`;
}
