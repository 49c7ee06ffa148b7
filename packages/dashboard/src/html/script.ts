/**
 * Sorts and filters tables. The page is whole without it. It reads what stands in the tables, and writes
 * only their order, `hidden`, and text.
 */
export const script = `"use strict";
(() => {
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("main details")) details.open = true;
  });
  const order = new Intl.Collator("en", { numeric: true });
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value);
  };
  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
  const makeSortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const isUp = head.getAttribute("aria-sort") === "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", isUp ? "descending" : "ascending");
        const rows = [...body.rows].map((row) => ({ row, value: valueOf(row, column) }));
        rows.sort((a, b) => (isUp ? compare(b.value, a.value) : compare(a.value, b.value)));
        body.append(...rows.map(({ row }) => row));
      });
    });
  };
  const makeFilterable = (box, table) => {
    const line = box.querySelector(".find");
    if (line === null) return;
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: row.textContent.toLowerCase() }));
    const input = line.querySelector("input");
    const status = line.querySelector("[role=status]");
    const apply = () => {
      const part = input.value.trim().toLowerCase();
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !text.includes(part);
        if (!row.hidden) shown += 1;
      }
      status.textContent = part === "" ? "" : shown + " of " + rows.length + " shown";
    };
    input.addEventListener("input", apply);
    line.hidden = false;
  };
  for (const box of document.querySelectorAll(".data")) {
    const table = box.querySelector("table");
    makeSortable(table);
    makeFilterable(box, table);
  }
})();
`;
