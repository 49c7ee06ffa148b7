import { counted, html, type SafeHtml } from "@swarm-actions/display";

/** A column of a table. */
export interface Column<Item> {
  readonly name: string;
  readonly cell: (item: Item) => SafeHtml | string;
  /** What it is sorted by where that is a number; such columns stand to the right. */
  readonly number?: (item: Item) => number;
}

export interface DataTable<Item> {
  /** What is in it, such as `Missing tasks`; the filter is named by it too. */
  readonly label: string;
  readonly columns: readonly Column<Item>[];
  readonly items: readonly Item[];
  /** Rows that are shown; the rest is counted. */
  readonly most: number;
  /** What one row is, and where all of them are. */
  readonly noun: string;
}

/** Below this nothing has to be looked for. */
const worthFiltering = 8;

/** A table that can be sorted and filtered once the script runs, and read without it. */
export function dataTable<Item>(table: DataTable<Item>): SafeHtml {
  const { label, columns, items, most, noun } = table;
  const shown = items.slice(0, most);
  const more = items.length - shown.length;
  return html`<div class="data" data-noun="${noun}">
${shown.length < worthFiltering ? null : filter(label)}
<div class="scroll" role="region" aria-label="Table: ${label}" tabindex="0"><table><thead><tr>${columns.map(head)}</tr></thead>
<tbody>${shown.map((item) => row(columns, item))}</tbody></table></div>
${more > 0 ? html`<p class="none">${counted(more, `more ${noun}`)} in report.json.</p>` : null}</div>`;
}

function filter(label: string): SafeHtml {
  return html`<p class="find" hidden><label>Filter: ${label} <input type="search" autocomplete="off" spellcheck="false"></label> <span role="status"></span></p>`;
}

function head<Item>({ name, number }: Column<Item>): SafeHtml {
  return html`<th scope="col" class="${number === undefined ? "" : "num"}">${name}</th>`;
}

function row<Item>(columns: readonly Column<Item>[], item: Item): SafeHtml {
  const cells = columns.map(({ cell, number }, index) => {
    if (index === 0) return html`<th scope="row">${cell(item)}</th>`;
    if (number === undefined) return html`<td>${cell(item)}</td>`;
    return html`<td class="num" data-value="${number(item)}">${cell(item)}</td>`;
  });
  return html`<tr>${cells}</tr>`;
}
