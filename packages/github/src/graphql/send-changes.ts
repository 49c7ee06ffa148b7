import type { Sender } from "../client.ts";
import { memberOf } from "../failure/answer-parts.ts";
import { GraphqlError, type GraphqlFault } from "../failure/graphql-error.ts";
import type { MutationDocument } from "./mutation-document.ts";

/** What became of each change of a document. */
export interface ChangeAnswers {
  /** The answer by its alias; null where the change did not take place. */
  readonly of: (alias: string) => unknown;
  /** What GitHub says against it; null where it says nothing. */
  readonly faultOf: (alias: string) => GraphqlFault | null;
  /** All errors together; null when there are none. */
  readonly error: GraphqlError | null;
}

/** Sends several changes. Some may be refused without the others. @throws GitHubError when all are */
export async function sendChanges(
  sender: Sender,
  { document, variables }: MutationDocument,
): Promise<ChangeAnswers> {
  try {
    return answersOf(await sender.graphql<unknown>(document, variables), null);
  } catch (thrown) {
    if (thrown instanceof GraphqlError && thrown.data !== null && thrown.data !== undefined) {
      return answersOf(thrown.data, thrown);
    }
    throw thrown;
  }
}

function answersOf(data: unknown, error: GraphqlError | null): ChangeAnswers {
  return {
    of: (alias) => memberOf(data, alias) ?? null,
    faultOf: (alias) => error?.faults.find(({ path }) => path[0] === alias) ?? null,
    error,
  };
}
