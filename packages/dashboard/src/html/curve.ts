import { cost, html, type SafeHtml } from "@swarm-actions/display";
import type { Candidate, WorkerChoice } from "@swarm-actions/swarm";
import { chosenFew } from "../curve.ts";
import { amount, lasting } from "../units.ts";
import { dataTable } from "./data-table.ts";

const mostPoints = 64;
/** Of the drawing, in its own units. */
const size = { width: 360, height: 120, edge: 8 } as const;

/** What each number of workers was expected to come to; nothing where only one was looked at. */
export function curveChart(choice: WorkerChoice): SafeHtml | null {
  const curve = chosenFew(choice.curve, choice.workers, mostPoints);
  if (curve.length < 2) return null;
  const seconds = plot(curve, choice.workers, (one) => one.seconds);
  const price = plot(curve, choice.workers, (one) => one.costUsd);
  const most = {
    seconds: Math.max(...curve.map((one) => one.seconds)),
    costUsd: Math.max(...curve.map((one) => one.costUsd)),
  };
  return html`<h3 class="part">By the number of workers</h3>
<div class="charts"><figure><figcaption>Expected time, from zero to ${lasting(most.seconds)}</figcaption>${seconds}</figure><figure><figcaption>Expected cost, from zero to ${cost(most.costUsd)}</figcaption>${price}</figure></div>
<details><summary>As a table</summary>${table(curve)}</details>`;
}

function plot(
  curve: readonly Candidate[],
  chosen: number,
  pick: (one: Candidate) => number,
): SafeHtml {
  const values = curve.map(pick);
  const top = Math.max(...values) || 1;
  const [least = 0, last = 1] = [curve[0]?.workers, curve.at(-1)?.workers];
  const step = (size.width - 2 * size.edge) / Math.max(1, last - least);
  const points = values.map((value, index) => ({
    x: size.edge + step * ((curve[index]?.workers ?? least) - least),
    y: size.height - size.edge - ((size.height - 2 * size.edge) * Math.max(0, value)) / top,
  }));
  const path = points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return html`<svg class="curve" viewBox="0 0 ${size.width} ${size.height}" aria-hidden="true"><polyline points="${path}"/>${points.map(({ x, y }, index) => dot(x, y, curve[index], chosen))}</svg>`;
}

function dot(x: number, y: number, one: Candidate | undefined, chosen: number): SafeHtml | null {
  if (one === undefined) return null;
  const isChosen = one.workers === chosen;
  const words = `${amount(one.workers)} workers: ${lasting(one.seconds)}, ${cost(one.costUsd)}${isChosen ? " (chosen)" : ""}`;
  return html`<circle class="${isChosen ? "chosen" : ""}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${isChosen ? 5 : 2.5}"><title>${words}</title></circle>`;
}

function table(curve: readonly Candidate[]): SafeHtml {
  return dataTable<Candidate>({
    label: "Numbers of workers",
    noun: "number",
    most: mostPoints,
    items: curve,
    columns: [
      { name: "Workers", cell: ({ workers }) => amount(workers) },
      { name: "Time", cell: ({ seconds }) => lasting(seconds), number: ({ seconds }) => seconds },
      {
        name: "Billed minutes",
        cell: ({ billedMinutes }) => amount(billedMinutes),
        number: ({ billedMinutes }) => billedMinutes,
      },
      { name: "Cost", cell: ({ costUsd }) => cost(costUsd), number: ({ costUsd }) => costUsd },
    ],
  });
}
