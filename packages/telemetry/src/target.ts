import { CodedError } from "@swarm-actions/core";

/** Where telemetry goes, as it was set. The headers are secrets. */
export interface TelemetrySettings {
  /** The address of a collector, or of its place for traces. */
  readonly endpoint: string;
  /** Whether `/v1/traces` has to be added to the address. */
  readonly isBase: boolean;
  /** `name=value` pairs, comma between them, values as in a URL; null: none. */
  readonly headers: string | null;
}

/** A collector's place for traces. */
export interface TelemetryTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const variables = {
  base: "OTEL_EXPORTER_OTLP_ENDPOINT",
  traces: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
  headers: "OTEL_EXPORTER_OTLP_HEADERS",
  tracesHeaders: "OTEL_EXPORTER_OTLP_TRACES_HEADERS",
} as const;

/**
 * Reads the usual variables of OpenTelemetry.
 * @param endpoint an address that goes before the variables; empty: none
 * @returns null: telemetry was not asked for
 */
export function readTelemetry(
  environment: Readonly<Record<string, string | undefined>>,
  endpoint = "",
): TelemetrySettings | null {
  const read = (name: string): string | null => {
    const value = environment[name]?.trim() ?? "";
    return value === "" ? null : value;
  };
  const headers = read(variables.tracesHeaders) ?? read(variables.headers);
  const traces = read(variables.traces);
  const base = endpoint.trim() === "" ? read(variables.base) : endpoint.trim();
  if (endpoint.trim() === "" && traces !== null)
    return { endpoint: traces, isBase: false, headers };
  return base === null ? null : { endpoint: base, isBase: true, headers };
}

/** What must never be shown: a password in the address, the headers, and each value of them. */
export function telemetrySecrets({ endpoint, headers }: TelemetrySettings): readonly string[] {
  const password = URL.canParse(endpoint) ? new URL(endpoint).password : "";
  const secrets = password === "" ? [] : [password, decode(password)];
  return [...secrets, ...headerSecrets(headers)];
}

function headerSecrets(headers: string | null): readonly string[] {
  if (headers === null) return [];
  const pairs = headers.split(",").map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
  return [headers, ...pairs, ...pairs.map(decode)];
}

/** @throws CodedError `telemetry/invalid-endpoint`, `telemetry/invalid-headers` */
export function targetOf({ endpoint, isBase, headers }: TelemetrySettings): TelemetryTarget {
  if (!URL.canParse(endpoint)) throw invalidEndpoint("it is no address");
  const url = new URL(endpoint);
  if (!/^https?:$/.test(url.protocol)) throw invalidEndpoint("it is neither http nor https");
  if (isBase) url.pathname = `${url.pathname.replace(/\/$/, "")}/v1/traces`;
  return { url: url.href, headers: readHeaders(headers ?? "") };
}

function readHeaders(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(",").filter((pair) => pair.trim() !== "");
  return Object.fromEntries(pairs.map(readHeader));
}

function readHeader(pair: string): readonly [string, string] {
  const at = pair.indexOf("=");
  const name = pair.slice(0, Math.max(0, at)).trim();
  const value = decode(pair.slice(at + 1).trim());
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) {
    throw new CodedError("telemetry/invalid-headers", "the headers are not pairs of name=value", {
      fix: "Write name=value, with a comma between pairs, and other characters as in a URL.",
      place: variables.headers,
    });
  }
  return [name, value];
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // A value with a % that stands for nothing was not written as in a URL.
    return value;
  }
}

/** The address may hold a password, so that it is not repeated. */
function invalidEndpoint(why: string): CodedError {
  return new CodedError("telemetry/invalid-endpoint", `the OTLP endpoint cannot be used: ${why}`, {
    fix: "Give the address of a collector that takes OTLP over HTTP, such as http://localhost:4318.",
    place: variables.base,
  });
}
