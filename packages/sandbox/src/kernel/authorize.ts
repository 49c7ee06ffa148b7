import type { Access, Repository, RepositoryRole, Token } from "../state/model.ts";
import type { Endpoint, Permission } from "./endpoint.ts";
import { notFound, Refusal } from "./refusal.ts";
import { hasRole } from "./role.ts";
import { isCovered } from "./sight.ts";

/** What a person's role must be for a permission to write. What is not listed asks for `write`. */
const rolesToWrite: Readonly<Record<string, RepositoryRole>> = {
  // Whoever reads a repository may open issues and pull requests, comment and review.
  issues: "read",
  pull_requests: "read",
  administration: "admin",
  repository_hooks: "admin",
};

/** Lets a call to an endpoint through, or refuses as GitHub does. */
export function authorize(
  endpoint: Pick<Endpoint, "method" | "permission">,
  token: Token | null,
  repository: Repository | null,
): void {
  const { method, permission } = endpoint;
  const reads = method === "GET" || method === "HEAD";
  if (token === null) {
    if (!reads || (permission !== null && !isOpen(permission, repository))) throw unauthenticated();
    return;
  }
  if (permission === null || (reads && isOpen(permission, repository))) return;
  const wanted = Object.entries(permission);
  if (!wanted.some(([name, access]) => isGranted(token, repository, name, access))) {
    throw inaccessible(token, permission);
  }
  if (token.kind === "user" && repository !== null) requireRole(token, repository, permission);
}

export function unauthenticated(): Refusal {
  return new Refusal(401, "Requires authentication");
}

/** What everyone may read of a public repository. */
function isOpen(permission: Permission, repository: Repository | null): boolean {
  if (repository === null || repository.private) return false;
  return Object.entries(permission).some(
    ([name, access]) => access === "read" && rolesToWrite[name] !== "admin",
  );
}

export function isGranted(
  token: Token,
  repository: Repository | null,
  name: string,
  access: Access,
): boolean {
  if (repository !== null && !isCovered(repository, token)) return false;
  if (token.permissions === null) return true;
  const granted = name === "metadata" ? "read" : token.permissions[name];
  return granted === "write" || granted === access;
}

function requireRole(token: Token, repository: Repository, permission: Permission): void {
  const needed = Object.entries(permission).map(([name, access]) => roleFor(name, access));
  if (needed.some((role) => hasRole(repository, token.actor, role))) return;
  // GitHub tells who may only read a repository nothing about what others may change there.
  throw needed.includes("admin")
    ? new Refusal(403, "Must have admin rights to Repository.")
    : notFound();
}

function roleFor(name: string, access: Access): RepositoryRole {
  if (access === "read") return rolesToWrite[name] === "admin" ? "admin" : "read";
  return rolesToWrite[name] ?? "write";
}

function inaccessible(token: Token, permission: Permission): Refusal {
  const by = token.kind === "user" ? "personal access token" : "integration";
  const accepted = Object.entries(permission).map(([name, access]) => `${name}=${access}`);
  return new Refusal(403, `Resource not accessible by ${by}`, [], {
    "x-accepted-github-permissions": accepted.join("; "),
  });
}
