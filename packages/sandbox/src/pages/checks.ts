import type { SafeHtml } from "@swarm-actions/display";
import { latestStatuses } from "../operations/statuses-of.ts";
import type { CheckRun, Repository } from "../state/model.ts";
import { html } from "./html.ts";
import type { RenderMarkdown } from "./markdown/render-markdown.ts";
import { counted } from "./words.ts";

/** What a check or a status came to. */
interface Standing {
  readonly sign: string;
  readonly name: "good" | "bad" | "neutral" | "open";
}

const good: Standing = { sign: "✓", name: "good" };
const bad: Standing = { sign: "✗", name: "bad" };
const open: Standing = { sign: "●", name: "open" };
const neutral: Standing = { sign: "■", name: "neutral" };

const standings: ReadonlyMap<string, Standing> = new Map([
  ["success", good],
  ["failure", bad],
  ["error", bad],
  ["timed_out", bad],
  ["action_required", bad],
  ["startup_failure", bad],
  ["pending", open],
]);

/** The newest run of every check of a commit. */
function checksOf({ checkSuites }: Repository, sha: string): readonly CheckRun[] {
  const runs = checkSuites.filter(({ headSha }) => headSha === sha).flatMap((suite) => suite.runs);
  const newest = new Map<string, CheckRun>();
  for (const run of runs) newest.set(`${run.suite.app.id} ${run.name}`, run);
  return [...newest.values()];
}

/** How the checks of a commit stand, in a sign beside it; nothing when it has none. */
export function checkMark(repository: Repository, sha: string): SafeHtml | null {
  const runs = checksOf(repository, sha);
  if (runs.length === 0) return null;
  const words = runs.map((run) => `${run.name}: ${conclusionOf(run)}`).join(", ");
  const names = runs.map((run) => standingOf(conclusionOf(run)));
  const worst = names.find(({ name }) => name === "bad") ?? names[0] ?? neutral;
  return html`<span class="mark ${worst.name}" title="${words}"><span aria-hidden="true">${worst.sign}</span><span class="unseen">${words}</span></span> `;
}

/** The checks and statuses of a commit, with what they say. */
export function checksSection(
  repository: Repository,
  sha: string,
  markdown: RenderMarkdown,
): SafeHtml {
  const runs = checksOf(repository, sha).map((run) => runItem(run, markdown));
  const statuses = latestStatuses(repository, sha).map(({ context, state, description }) =>
    item(standingOf(state), context, [state, description ?? ""]),
  );
  const none = runs.length + statuses.length === 0 ? html`<p class="none">None.</p>` : null;
  return html`<section aria-labelledby="checks"><h2 id="checks">Checks</h2>${none}<ul class="checks">${runs}${statuses}</ul></section>`;
}

function runItem(run: CheckRun, markdown: RenderMarkdown): SafeHtml {
  const { id, name, annotations, output, suite } = run;
  const words = [
    conclusionOf(run),
    output.title ?? "",
    counted(annotations.length, "annotation"),
    suite.app.name,
  ];
  const text = [output.summary, output.text].filter(Boolean).join("\n\n");
  const details =
    text === ""
      ? null
      : html`<details><summary>What ${name} says</summary><div class="markdown">${markdown(text, { prefix: `k${id}-` })}</div></details>`;
  return item(standingOf(conclusionOf(run)), name, words, details);
}

function item(
  { sign, name: kind }: Standing,
  name: string,
  words: readonly string[],
  details: SafeHtml | null = null,
): SafeHtml {
  const shown = words.filter(Boolean).join(" · ");
  return html`<li><span class="mark ${kind}" aria-hidden="true">${sign}</span><b>${name}</b> <span class="facts">${shown}</span>${details}</li>`;
}

function conclusionOf({ status, conclusion }: CheckRun): string {
  return conclusion ?? status.replace("_", " ");
}

function standingOf(conclusion: string): Standing {
  return standings.get(conclusion) ?? (/progress|queued/.test(conclusion) ? open : neutral);
}
