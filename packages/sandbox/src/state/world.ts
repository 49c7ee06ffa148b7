import type { App, Installation, Repository, Token, User } from "./model.ts";

/** Something that happened, for webhooks and whoever watches. The payload is as GitHub would send it. */
export interface WorldEvent {
  /** `pull_request`, `push`, `issue_comment` … */
  readonly name: string;
  readonly repository: Repository;
  readonly sender: User;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Everything there is, and the only clock and counter. */
export interface World {
  /** Without a final slash: `http://127.0.0.1:PORT`; what links in answers begin with. */
  url: string;
  /** Where the bare repositories lie; removed with the sandbox. */
  readonly directory: string;
  /** By lowercase login. */
  readonly users: Map<string, User>;
  /** By lowercase `owner/name`. */
  readonly repositories: Map<string, Repository>;
  readonly apps: Map<number, App>;
  readonly installations: Map<number, Installation>;
  /** By value. */
  readonly tokens: Map<string, Token>;
  /** The App that job tokens act for: `github-actions[bot]`. */
  readonly actionsApp: App;
  /** Ids are unique over all kinds and grow. */
  readonly nextId: () => number;
  /** Never the same twice, so that an order by time is an order. */
  readonly now: () => Date;
  /** Tells listeners at once, and webhooks soon. */
  readonly emit: (event: WorldEvent) => void;
}
