import { describe, expect, it } from "vitest";
import { readTelemetry, targetOf, telemetrySecrets } from "./target.ts";

const base = "OTEL_EXPORTER_OTLP_ENDPOINT";
const traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

describe("where telemetry goes", () => {
  it("is nowhere unless it was set", () => {
    expect(readTelemetry({})).toBeNull();
    expect(readTelemetry({ [base]: " " }, " ")).toBeNull();
  });

  it.each([
    [{ [base]: "http://a:4318" }, "", "http://a:4318/v1/traces"],
    [{ [base]: "http://a:4318/otlp/" }, "", "http://a:4318/otlp/v1/traces"],
    [{ [base]: "http://a:4318", [traces]: "http://b/t" }, "", "http://b/t"],
    [{ [base]: "http://a:4318", [traces]: "http://b/t" }, "https://c", "https://c/v1/traces"],
  ])("is read from %j and the input %j as %s", (environment, endpoint, url) => {
    const settings = readTelemetry(environment, endpoint);
    expect(settings === null ? null : targetOf(settings).url).toBe(url);
  });

  it("reads headers as in a URL, those for traces before those for all", () => {
    const settings = readTelemetry({
      [base]: "http://a",
      OTEL_EXPORTER_OTLP_HEADERS: "a=1",
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: " b = x%20y , c=50%,",
    });
    expect(settings === null ? null : targetOf(settings).headers).toEqual({ b: "x y", c: "50%" });
  });

  it("counts everything in the headers, and a password in the address, as secret", () => {
    const endpoint = `http://user:${"p"}%40ss@a`;
    expect(telemetrySecrets({ endpoint, isBase: true, headers: "b=x%20y" })).toEqual([
      "p%40ss",
      "p@ss",
      "b=x%20y",
      "x%20y",
      "x y",
    ]);
    expect(telemetrySecrets({ endpoint: "http://a", isBase: true, headers: null })).toEqual([]);
  });

  it("never repeats an address that cannot be used", () => {
    const settings = { endpoint: "ftp://user:hidden@a", isBase: true, headers: null };
    expect(() => targetOf(settings)).toThrow(
      expect.objectContaining({
        code: "telemetry/invalid-endpoint",
        message: expect.not.stringContaining("hidden"),
      }),
    );
  });
});
