import { setTimeout as wait } from "node:timers/promises";
import { CodedError } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { createBreakers } from "./breakers.ts";

const pause = 1_000;
const fails = (): Promise<never> => Promise.reject(new Error("503"));
const answers = async (): Promise<string> => "yes";

test("after three failures in a row a provider is not asked, and after a pause it is asked once", async () => {
  const breakers = createBreakers(pause);
  for (let n = 0; n < 3; n++) await expect(breakers.ask("a", fails)).rejects.toThrow("503");
  expect(breakers.isOpen("a")).toBe(true);
  expect(breakers.opensIn("a")).toBeGreaterThan(0);
  expect(breakers.opensIn("b")).toBe(0);
  await expect(breakers.ask("a", answers)).rejects.not.toThrow("503");
  await wait(pause + 20);
  expect(breakers.opensIn("a")).toBe(0);
  await expect(breakers.ask("a", fails)).rejects.toThrow("503");
  expect(breakers.opensIn("a")).toBeGreaterThan(0);
  await wait(pause + 20);
  expect(await breakers.ask("a", answers)).toBe("yes");
  expect(breakers.isOpen("a")).toBe(false);
});

test("one that others found to be down is tried by one question alone", async () => {
  const breakers = createBreakers(pause);
  breakers.trip("a", 60_000);
  await expect(breakers.ask("a", answers)).rejects.toThrow();
  breakers.trip("a", -1);
  expect(breakers.opensIn("a")).toBe(0);
  let asked = 0;
  const slow = async (): Promise<string> => {
    asked++;
    await wait(20);
    return "yes";
  };
  const both = await Promise.allSettled([breakers.ask("a", slow), breakers.ask("a", slow)]);
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(asked).toBe(1);
  expect(breakers.isOpen("a")).toBe(false);
});

test("a try that fails is followed by another pause, whatever was heard meanwhile", async () => {
  const breakers = createBreakers(60_000);
  breakers.trip("a", 0);
  const trial = breakers.ask("a", async () => {
    breakers.trip("a", 0);
    await wait(5);
    return fails();
  });
  await expect(trial).rejects.toThrow("503");
  expect(breakers.opensIn("a")).toBeGreaterThan(50_000);
  breakers.release("a");
  expect(breakers.opensIn("a")).toBe(0);
  expect(await breakers.ask("a", answers)).toBe("yes");
});

test("to be stopped is no failure, however often it happens", async () => {
  const breakers = createBreakers();
  const stopped = async () => {
    throw new CodedError("agent/stopped", "was stopped", { fix: "Ask again." });
  };
  for (let at = 0; at < 5; at++) {
    await expect(breakers.ask("one", stopped)).rejects.toMatchObject({ code: "agent/stopped" });
  }
  expect(breakers.isOpen("one")).toBe(false);
  breakers.trip("one", 0);
  await expect(breakers.ask("one", stopped)).rejects.toMatchObject({ code: "agent/stopped" });
  await expect(breakers.ask("one", async () => "here")).resolves.toBe("here");
});
