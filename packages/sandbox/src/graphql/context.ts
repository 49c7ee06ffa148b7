import type { Token } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** What a document is carried out with. */
export interface GraphqlContext {
  readonly world: World;
  readonly token: Token;
  /** What the document costs, as its limits count. */
  readonly cost: DocumentCost;
}

export interface DocumentCost {
  /** Points of the rate limit. */
  readonly points: number;
  /** How many nodes it may ask for at most. */
  readonly nodes: number;
}
