import { expect, test } from "vitest";
import { parseCommand } from "./parse-command.ts";

test.each([
  ["/swarm review", { name: "review" }],
  ["  \n/swarm   review  now please\nand thanks", { name: "review" }],
  ["/swarm", { name: "help" }],
  ["/swarm help", { name: "help" }],
  ["/swarm explain 0123abcd", { name: "explain", id: "0123abcd" }],
  [
    "/swarm ignore 0123abcd it is  meant so\r\nmore",
    { name: "ignore", id: "0123abcd", reason: "it is meant so" },
  ],
])("%j", (body, command) => {
  expect(parseCommand(body)).toEqual(command);
});

test.each([
  "",
  "Looks good",
  "try /swarm review",
  "/swarmreview",
  "/Swarm review",
  "> /swarm review",
  "```\n/swarm review\n```",
  "`/swarm review`",
  "    /swarm review",
  "\n \t/swarm review",
])("%j is not meant for us", (body) => {
  expect(parseCommand(body)).toBeNull();
});

test.each([
  ["/swarm reveiw", /no such command\. Did you mean `\/swarm review`/],
  ["/swarm @everybody", /no such command\.$/],
  ["/swarm explain", /needs the id/],
  ["/swarm explain ../x", /needs the id/],
  ["/swarm ignore 12", /needs the id/],
  ["/swarm ignore 0123abcd", /Say why/],
])("%j is told why it is not understood", (body, fault) => {
  expect(parseCommand(body)).toEqual({ name: "unknown", fault: expect.stringMatching(fault) });
});

test("an endless comment takes no time", () => {
  const words = `/swarm ${"x ".repeat(100_000)}`;
  expect(parseCommand(`${" \n".repeat(100_000)}${words}`)?.name).toBe("unknown");
  expect(parseCommand(`\n${" ".repeat(200_000)}${words}`)).toBeNull();
});
