import * as published from "@opentelemetry/semantic-conventions/incubating";
import { expect, it } from "vitest";
import { conventions } from "./conventions.ts";
import type { SpanResult } from "./span.ts";

it("names attributes as OpenTelemetry publishes them", () => {
  expect(published).toMatchObject(conventions);
});

it("knows the results that OpenTelemetry publishes, and no other", () => {
  const results = Object.entries(published)
    .filter(([name]) => /^CICD_PIPELINE_(TASK_RUN_)?RESULT_VALUE_/.test(name))
    .map(([, value]) => value);
  const ours: Record<SpanResult, true> = {
    success: true,
    failure: true,
    error: true,
    timeout: true,
    cancellation: true,
    skip: true,
  };
  expect(new Set(results)).toEqual(new Set(Object.keys(ours)));
});
