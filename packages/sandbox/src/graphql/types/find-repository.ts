import type { Repository } from "../../state/model.ts";
import { sees } from "../access.ts";
import type { GraphqlContext } from "../context.ts";
import { unresolved } from "../fault.ts";

/** @throws GraphqlFault NOT_FOUND when there is none, or the caller must not know of it */
export function findRepository(context: GraphqlContext, owner: string, name: string): Repository {
  const found = context.world.repositories.get(`${owner}/${name}`.toLowerCase());
  if (found !== undefined && sees(context, found)) return found;
  throw unresolved(`a Repository with the name '${owner}/${name}'.`);
}
