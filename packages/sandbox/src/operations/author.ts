import type { App, User } from "../state/model.ts";

/** Who does something, and through which App; a token is one. */
export interface Author {
  readonly actor: User;
  readonly app: App | null;
}
