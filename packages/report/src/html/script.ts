/**
 * Filters findings and opens details. The page is whole without it. It reads only numbers, words
 * of ours and `data-path`, and writes only `hidden`, `open` and text.
 */
export const script = `"use strict";
(() => {
  const form = document.querySelector("form.filter");
  const openAll = (open) => {
    for (const details of document.querySelectorAll("main details")) details.open = open;
  };
  addEventListener("beforeprint", () => openAll(true));
  if (form === null) return;
  const { severity, agent, path, details } = form.elements;
  const boxes = severity instanceof RadioNodeList ? [...severity] : [severity];
  const groups = [...document.querySelectorAll(".file")].map((element) => ({
    element,
    path: element.dataset.path.toLowerCase(),
    findings: [...element.querySelectorAll("article.finding")].map((article) => ({
      article,
      severity: article.dataset.severity,
      agents: article.dataset.agents.split(" "),
    })),
  }));
  const status = form.querySelector("[role=status]");
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  const apply = () => {
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const part = path.value.trim().toLowerCase();
    let shown = 0;
    for (const group of groups) {
      let any = false;
      for (const finding of group.findings) {
        const fits =
          wanted.has(finding.severity) &&
          (agent.value === "" || finding.agents.includes(agent.value)) &&
          group.path.includes(part);
        finding.article.hidden = !fits;
        if (fits) { any = true; shown += 1; }
      }
      group.element.hidden = !any;
    }
    status.textContent = shown === total ? total + " findings shown" : shown + " of " + total + " findings shown";
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  details.addEventListener("click", () => {
    const open = details.getAttribute("aria-pressed") !== "true";
    details.setAttribute("aria-pressed", String(open));
    openAll(open);
  });
  form.hidden = false;
  apply();
})();
`;
