import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Permissions } from "./known-actions.ts";

/** One of this project's own actions: what its `action.yml` declares, and what its token must do. */
export interface OwnAction {
  readonly name: string;
  readonly metadata: {
    readonly name: string;
    readonly description: string;
    readonly inputs?: Record<string, { readonly description: string }>;
    readonly outputs?: Record<string, { readonly description: string }>;
  };
  /** What it needs when it is given these inputs; null when it has no such mode. */
  needs(inputs: ReadonlyMap<string, string>): Permissions | null;
  /** What it makes use of where it is granted, and does without elsewhere. */
  readonly uses: Permissions;
}

/** The name in an `uses:` of one of our own: released under a tag, or assembled beside a checkout. */
const released = /^org\/swarm-actions\/([\w-]+(?:\/[\w-]+)?)@v\d+$/;
const assembled = /^\.\/\.build\/release\/([\w-]+(?:\/[\w-]+)?)$/;

/** The own action that `uses` means; null for others' actions, and for one that is not there. */
export function ownAction(uses: string, top: string): OwnAction | null {
  const name = released.exec(uses)?.[1] ?? assembled.exec(uses)?.[1];
  if (name === undefined) return null;
  const file = join(top, "actions", name, "action.yml");
  if (!existsSync(file)) return null;
  const metadata: OwnAction["metadata"] = parse(readFileSync(file, "utf8"));
  return {
    name,
    metadata,
    needs: (inputs) => needsOf(name, inputs),
    uses: optional[name] ?? {},
  };
}

function needsOf(name: string, inputs: ReadonlyMap<string, string>): Permissions | null {
  const needed = needs[name];
  if (needed === undefined) return null;
  return needed.kind === "always" ? needed.all : (needed.of[inputs.get("mode") ?? "auto"] ?? null);
}

/** What an action needs whatever it is told, or by its input `mode`. */
type Needs =
  | { readonly kind: "always"; readonly all: Permissions }
  | { readonly kind: "by-mode"; readonly of: Readonly<Partial<Record<string, Permissions>>> };

const reviewing: Permissions = { contents: "read", "pull-requests": "write", checks: "write" };

/** The README of each action explains every line of these to its users. */
const needs: Readonly<Partial<Record<string, Needs>>> = {
  "pr-review": {
    kind: "by-mode",
    of: {
      auto: reviewing,
      review: reviewing,
      command: reviewing,
      analyze: { contents: "read", "pull-requests": "read" },
      publish: { ...reviewing, actions: "read" },
    },
  },
  // Artifacts and caches are reached by what the runner gives to every job. Checkouts say for themselves
  // what they need, and of repositories the token sees what it sees.
  "swarm-fanout": { kind: "always", all: {} },
  "swarm-fanout/plan": { kind: "always", all: {} },
  "swarm-fanout/work": { kind: "always", all: {} },
  "swarm-fanout/collect": { kind: "always", all: {} },
};

/** To see in a private repository what an earlier review stands for. */
const optional: Readonly<Partial<Record<string, Permissions>>> = {
  "swarm-fanout": { "pull-requests": "read" },
  "swarm-fanout/plan": { "pull-requests": "read" },
};
