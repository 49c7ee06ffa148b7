import type { Sender, Write } from "../client.ts";
import { operationOf } from "../graphql/operation-of.ts";

/** Ends `send` where the first request would leave. */
class NotSent extends Error {}

/** Learns what a write would send, without sending it. */
export async function learnRequest<T>(
  { send }: Write<T>,
  onRequest: (operation: string, body: unknown) => Promise<void>,
): Promise<void> {
  const stop = async (operation: string, body: unknown): Promise<never> => {
    await onRequest(operation, body);
    throw new NotSent();
  };
  const sender: Sender = {
    rest: (route, parameters) => stop(route, parameters),
    graphql: (document, variables) => stop(operationOf(document), { document, variables }),
  };
  await send(sender).catch((thrown: unknown) => {
    if (!(thrown instanceof NotSent)) throw thrown;
  });
}
