import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { whileWaiting } from "./while-waiting.ts";

test("loading begins once the request is out, and ends while its answer is awaited", async () => {
  const order: string[] = [];
  const server = createServer((_request, response) => {
    order.push("arrived");
    setTimeout(() => response.end("yes"), 50);
  });
  server.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  const ask = async (): Promise<string> => {
    // As the client does before it sends anything.
    for (let turn = 0; turn < 5; turn++) await new Promise((next) => setImmediate(next));
    const answer = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    order.push("answered");
    return answer;
  };
  const load = async (): Promise<number> => {
    order.push("loading");
    return 1;
  };
  expect(await whileWaiting(ask, load)).toEqual(["yes", 1]);
  expect(order.indexOf("loading")).toBeLessThan(order.indexOf("answered"));
  server.close();
});

test("a question that fails at once fails, and nothing is loaded for it", async () => {
  const failing = whileWaiting(
    () => Promise.reject(new Error("no")),
    () => Promise.reject(new Error("was loaded")),
  );
  await expect(failing).rejects.toThrow("no");
});

test("what is answered without a request is no reason to wait for one", async () => {
  const answer = () => new Promise<string>((end) => setTimeout(end, 20, "kept"));
  expect(await whileWaiting(answer, async () => 2)).toEqual(["kept", 2]);
});
