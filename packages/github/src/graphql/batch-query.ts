import type { GitHubClient } from "../client.ts";
import { GitHubError } from "../failure/github-error.ts";

/** Many small lookups of one kind. */
export interface Batch<Item> {
  readonly items: readonly Item[];
  /** The document's own variables beside those of the items: `$owner: String!`. */
  readonly declarations?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What of the root each item asks for, without an alias: `repository(owner: $owner, name: $name3) { id }`. */
  readonly field: (item: Item, index: number) => string;
  /** The variables of one item, by their names in the document, with their GraphQL types. */
  readonly values: (item: Item, index: number) => Readonly<Record<string, BatchValue>>;
  /** Lookups in one document; default 50. */
  readonly size?: number;
}

interface BatchValue {
  /** `String!`. */
  readonly type: string;
  readonly value: unknown;
}

/**
 * Asks for many small things in few requests. What is too much for GitHub at once is asked for in
 * halves. The answers stand in the order of the items; null for what is not there.
 * @throws GitHubError
 */
export async function batchQuery<Item, Answer>(
  client: GitHubClient,
  batch: Batch<Item>,
): Promise<readonly (Answer | null)[]> {
  const { items, size = 50 } = batch;
  const answers: (Answer | null)[] = [];
  for (let from = 0; from < items.length; from += size) {
    const to = Math.min(from + size, items.length);
    answers.push(...(await askRange<Item, Answer>(client, batch, from, to)));
  }
  return answers;
}

async function askRange<Item, Answer>(
  client: GitHubClient,
  batch: Batch<Item>,
  from: number,
  to: number,
): Promise<readonly (Answer | null)[]> {
  try {
    return await ask(client, batch, from, to);
  } catch (thrown) {
    if (to - from < 2 || !isTooMuch(thrown)) throw thrown;
    const middle = from + Math.ceil((to - from) / 2);
    const first = await askRange<Item, Answer>(client, batch, from, middle);
    return [...first, ...(await askRange<Item, Answer>(client, batch, middle, to))];
  }
}

async function ask<Item, Answer>(
  client: GitHubClient,
  batch: Batch<Item>,
  from: number,
  to: number,
): Promise<readonly (Answer | null)[]> {
  const declarations = batch.declarations === undefined ? [] : [batch.declarations];
  const variables: Record<string, unknown> = { ...batch.variables };
  const fields: string[] = [];
  for (const [offset, item] of batch.items.slice(from, to).entries()) {
    const index = from + offset;
    for (const [name, { type, value }] of Object.entries(batch.values(item, index))) {
      declarations.push(`$${name}: ${type}`);
      variables[name] = value;
    }
    fields.push(`a${index}: ${batch.field(item, index)}`);
  }
  const head = declarations.length === 0 ? "" : `(${declarations.join(", ")})`;
  const document = `query Batch${head} {\n${fields.join("\n")}\n}`;
  // Halving repeats it already.
  const answer = await client.query<Readonly<Record<string, Answer | null>>>(document, variables, {
    repeats: to - from < 2 ? 3 : 0,
    missing: "null",
  });
  return batch.items.slice(from, to).map((_, offset) => answer[`a${from + offset}`] ?? null);
}

function isTooMuch(thrown: unknown): boolean {
  if (!(thrown instanceof GitHubError)) return false;
  return thrown.status === 502 || thrown.status === 504 || /resource limits/i.test(thrown.message);
}
