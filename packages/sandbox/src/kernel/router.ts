import type { Endpoint, Method } from "./endpoint.ts";
import { Refusal } from "./refusal.ts";

/** An endpoint, with what stood in the braces of its path. */
export interface Match {
  readonly endpoint: Endpoint;
  readonly params: Readonly<Record<string, string>>;
}

export type Router = (method: string, path: string) => Match | null;

interface Route {
  readonly endpoint: Endpoint;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** Of two that fit, the one with more fixed parts, then with fewer that span, is meant. */
  readonly weight: number;
}

/** Parameters that GitHub lets reach over slashes. */
const spanning = new Set(["path", "ref", "branch", "basehead"]);

/** Finds endpoints by method and path; `HEAD` finds those of `GET`. */
export function createRouter(endpoints: readonly Endpoint[]): Router {
  const routes = Map.groupBy(
    endpoints.map(compile).sort((a, b) => b.weight - a.weight),
    ({ endpoint }) => endpoint.method,
  );
  const find = (method: Method, path: string): Match | null => {
    for (const route of routes.get(method) ?? []) {
      const found = route.pattern.exec(path);
      if (found !== null) return { endpoint: route.endpoint, params: paramsOf(route, found) };
    }
    return null;
  };
  return (method, path) => {
    const match = find(method as Method, path);
    return match === null && method === "HEAD" ? find("GET", path) : match;
  };
}

function compile(endpoint: Endpoint): Route {
  const names: string[] = [];
  let weight = 0;
  const parts = endpoint.path
    .split("/")
    .slice(1)
    .map((part) => {
      const pieces = part.split(/\{([^{}]+)\}/);
      for (const [index, piece] of pieces.entries()) if (index % 2 === 1) names.push(piece);
      weight += pieces.length === 1 ? 100 : spanning.has(pieces[1] ?? "") ? -1 : 1;
      return pieces.map((piece, index) => (index % 2 === 0 ? literal(piece) : capture(piece)));
    });
  const source = parts.map((pieces) => `/${pieces.join("")}`).join("");
  // The root of a repository's contents has no path, and no slash before it.
  const pattern = source.endsWith("/contents/(.+)")
    ? source.replace(/\/\(\.\+\)$/, "(?:/(.*))?")
    : source;
  return { endpoint, names, weight, pattern: new RegExp(`^${pattern}/?$`) };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function capture(name: string): string {
  return spanning.has(name) ? "(.+)" : "([^/]+)";
}

function paramsOf(route: Route, found: RegExpExecArray): Readonly<Record<string, string>> {
  return Object.fromEntries(
    route.names.map((name, index) => [name, decode(found[index + 1] ?? "")]),
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, "Bad Request");
  }
}
