import type { IncomingHttpHeaders } from "node:http";
import { authenticate, badCredentials } from "../kernel/authenticate.ts";
import { isGranted } from "../kernel/authorize.ts";
import { Refusal } from "../kernel/refusal.ts";
import { hasRole } from "../kernel/role.ts";
import { isVisible } from "../kernel/sight.ts";
import type { Repository, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { GitPath } from "./git-path.ts";

/** Who may fetch or push what. */
export interface Admission {
  readonly repository: Repository;
  /** Null: nobody in particular, who may only read. */
  readonly token: Token | null;
}

const challenge = { "www-authenticate": 'Basic realm="GitHub"' };

/** @throws Refusal 401 with a challenge, 403 or 404, in the words that git shows to people */
export function admit(world: World, path: GitPath, headers: IncomingHttpHeaders): Admission {
  const token = readToken(world, headers);
  const repository = world.repositories.get(`${path.owner}/${path.name}`.toLowerCase());
  if (token === null && (path.writes || repository === undefined || repository.private)) {
    throw new Refusal(401, "Authentication required", [], challenge);
  }
  if (repository === undefined || !isVisible(repository, token)) {
    throw new Refusal(404, "Repository not found.");
  }
  if (token !== null && !mayUse(token, repository, path.writes)) throw denied(repository, token);
  return { repository, token };
}

function readToken(world: World, headers: IncomingHttpHeaders): Token | null {
  try {
    return authenticate(world, headers);
  } catch (thrown) {
    const { message } = thrown instanceof Refusal ? thrown : badCredentials();
    throw new Refusal(401, message, [], challenge);
  }
}

function mayUse(token: Token, repository: Repository, writes: boolean): boolean {
  if (!writes && !repository.private) return true;
  if (!isGranted(token, repository, "contents", writes ? "write" : "read")) return false;
  return token.kind !== "user" || hasRole(repository, token.actor, writes ? "write" : "read");
}

function denied({ owner, name }: Repository, { actor }: Token): Refusal {
  return new Refusal(403, `Permission to ${owner.login}/${name}.git denied to ${actor.login}.`);
}
