/** Whose names they are: the swarm, and which time the workflow runs. */
interface Owner {
  readonly key: string;
  /** `GITHUB_RUN_ATTEMPT`; names of an earlier attempt may be gone, or still be there. */
  readonly attempt: number;
  readonly epoch: number;
}

export interface ClaimName extends Owner {
  readonly worker: number;
  readonly block: number;
}

export interface PageName extends Owner {
  /** Who wrote it. */
  readonly worker: number;
  readonly page: number;
}

/** What all of a swarm's names begin with: people see them in the run's list, after everything else. */
export function namePrefix(key: string): string {
  return `zz-${key}-`;
}

export function planName({ key, attempt, epoch }: Owner): string {
  return `${namePrefix(key)}plan-a${attempt}-e${epoch}`;
}

export function claimName({ key, attempt, worker, block, epoch }: ClaimName): string {
  return `${namePrefix(key)}claim-a${attempt}-w${worker}-b${block}-e${epoch}`;
}

export function pageName({ key, attempt, worker, page, epoch }: PageName): string {
  return `${namePrefix(key)}result-a${attempt}-w${worker}-p${page}-e${epoch}`;
}

/** What a name on the board stands for; null: none of this swarm's. */
export type NameOnBoard =
  | ({ readonly kind: "plan" } & Owner)
  | ({ readonly kind: "claim" } & ClaimName)
  | ({ readonly kind: "result" } & PageName);

const number = "(0|[1-9]\\d{0,8})";
const shape = new RegExp(
  `^(?:(plan)|(claim)|(result))-a${number}(?:-w${number}-[bp]${number})?-e${number}$`,
);

/** Reads a name. Writing it again has to give the same, so that no two names mean one thing. */
export function parseName(name: string, key: string): NameOnBoard | null {
  const prefix = namePrefix(key);
  if (!name.startsWith(prefix)) return null;
  const parts = shape.exec(name.slice(prefix.length));
  if (parts === null) return null;
  const [attempt = 0, worker = 0, place = 0, epoch = 0] = parts.slice(4).map(Number);
  const owner = { key, attempt, epoch };
  const read: NameOnBoard =
    parts[1] !== undefined
      ? { kind: "plan", ...owner }
      : parts[2] !== undefined
        ? { kind: "claim", ...owner, worker, block: place }
        : { kind: "result", ...owner, worker, page: place };
  return writeName(read) === name ? read : null;
}

function writeName(read: NameOnBoard): string {
  switch (read.kind) {
    case "plan":
      return planName(read);
    case "claim":
      return claimName(read);
    case "result":
      return pageName(read);
  }
}
