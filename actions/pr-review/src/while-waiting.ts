import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** Told by Node's own fetch when a request's head goes out. */
const sent = "undici:client:sendHeaders";
/** As long as that is waited for at most; a proxy may send in another way. */
const longestMs = 100;

/**
 * Asks, and begins to load only once the question is on its way: loading keeps the process busy, and
 * would hold the request back that takes longest.
 */
export async function whileWaiting<Answer, Loaded>(
  ask: () => Promise<Answer>,
  load: () => Promise<Loaded>,
): Promise<readonly [Answer, Loaded]> {
  const out = whenRequestIsOut();
  const asked = ask();
  await Promise.race([out, asked]);
  return Promise.all([asked, load()]);
}

function whenRequestIsOut(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = (): void => {
    clearTimeout(timer);
    unsubscribe(sent, done);
    resolve();
  };
  const timer = setTimeout(done, longestMs);
  subscribe(sent, done);
  return promise;
}
