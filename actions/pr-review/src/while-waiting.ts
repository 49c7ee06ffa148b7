import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** Told by Node's own fetch, and by that of a job with a proxy, when all of a request is written. */
const sent = "undici:request:bodySent";

/**
 * Asks, and begins to load only once the question is on its way: loading keeps the process busy, and
 * would hold the request back that takes longest.
 */
export async function whileWaiting<Answer, Loaded>(
  ask: () => Promise<Answer>,
  load: () => Promise<Loaded>,
): Promise<readonly [Answer, Loaded]> {
  const { promise: isOut, resolve: done } = Promise.withResolvers<void>();
  const heard = (): void => done();
  subscribe(sent, heard);
  try {
    const asked = ask();
    // What is answered without a request is not waited for in vain.
    await Promise.race([isOut, asked]);
    return await Promise.all([asked, load()]);
  } finally {
    unsubscribe(sent, heard);
  }
}
