import { expect, test } from "vitest";
import { runnerPrice } from "./runner-prices.ts";

test.each([
  ["ubuntu-latest", 0.006],
  ["ubuntu-24.04", 0.006],
  ["ubuntu-slim", 0.002],
  ["ubuntu-24.04-arm", 0.005],
  ["ubuntu-latest-16-cores", 0.042],
  ["linux-8-core-arm64", 0.014],
  ["linux_64core", 0.162],
  ["windows-latest", 0.01],
  ["windows-11-arm", 0.008],
  ["windows-2022-96-cores", 0.552],
  ["linux-gpu-t4", 0.052],
  ["macos-15", 0.062],
  ["macos-15-large", 0.077],
  ["macos-latest-xlarge", 0.102],
  ["self-hosted", 0],
  ["self-hosted-linux-32-cores", 0],
  ["ubuntu-7-cores", null],
  ["our-builders", null],
  ["", null],
])("a minute of %s", (label, price) => {
  expect(runnerPrice(label)).toBe(price);
});
