import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { CodedError } from "@swarm-actions/core";

/** A server on loopback. */
export interface Listener extends AsyncDisposable {
  /** Without a final slash. */
  readonly url: string;
}

/** Listens on 127.0.0.1 only. @throws CodedError `sandbox/port-taken` */
export async function listen(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Listener> {
  const working = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    // Whoever asked learns of it by the connection's end; there is nobody else to tell.
    const work = handle(request, response).catch(() => void response.destroy());
    working.add(work);
    void work.finally(() => working.delete(work));
  });
  await start(server, port);
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}`,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, ...working]);
    },
  };
}

function start(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", (cause) => reject(notStarted(port, cause)));
  server.listen(port, "127.0.0.1", resolve);
  return promise;
}

function notStarted(port: number, cause: Error): CodedError {
  return new CodedError(
    "sandbox/port-taken",
    `port ${port} could not be opened: ${cause.message}`,
    {
      fix: "Stop what listens there, or pass another --port; 0 takes any free one.",
      place: `127.0.0.1:${port}`,
      cause,
    },
  );
}
