import type { Kit } from "@swarm-actions/action-kit";
import { planDefaults, runnerPrice } from "@swarm-actions/swarm";

/** What a minute of a runner costs, in US dollars. */
export interface Price {
  /** What is reckoned with. */
  readonly minute: number;
  /** What is told; null: nobody knows. */
  readonly known: number | null;
}

/** The price that was said, or GitHub's for such a runner; an unknown runner is taken for a usual one. */
export function priceOf(kit: Pick<Kit, "annotate">, label: string, said: number | null): Price {
  const known = said ?? runnerPrice(label);
  if (known !== null) return { minute: known, known };
  const minute = planDefaults.runnerPrice;
  const text = `What a minute on "${label}" costs is not known: it is planned with $${minute}, and no cost is told. Say it with \`runner-price\`.`;
  kit.annotate({ level: "notice", title: "Price", text });
  return { minute, known: null };
}
