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

export interface RoundName extends Owner {
  readonly worker: number;
  /** Of a mesh, from 0. */
  readonly round: number;
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

/** What an agent of a mesh answered in a round, for its peers to read. */
export function roundName({ key, attempt, worker, round, epoch }: RoundName): string {
  return `${namePrefix(key)}round-a${attempt}-w${worker}-r${round}-e${epoch}`;
}

/** What a name on the board stands for; null: none of this swarm's. */
export type NameOnBoard =
  | ({ readonly kind: "plan" } & Owner)
  | ({ readonly kind: "claim" } & ClaimName)
  | ({ readonly kind: "result" } & PageName)
  | ({ readonly kind: "round" } & RoundName);

const number = "(0|[1-9]\\d{0,8})";
const shape = new RegExp(
  `^(plan|claim|result|round)-a${number}(?:-w${number}-[bpr]${number})?-e${number}$`,
);

/** Reads a name. Writing it again has to give the same, so that no two names mean one thing. */
export function parseName(name: string, key: string): NameOnBoard | null {
  const prefix = namePrefix(key);
  if (!name.startsWith(prefix)) return null;
  const parts = shape.exec(name.slice(prefix.length));
  if (parts === null) return null;
  const [attempt = 0, worker = 0, place = 0, epoch = 0] = parts.slice(2).map(Number);
  const read = readAs(parts[1], { key, attempt, epoch }, worker, place);
  return writeName(read) === name ? read : null;
}

function readAs(
  kind: string | undefined,
  owner: Owner,
  worker: number,
  place: number,
): NameOnBoard {
  switch (kind) {
    case "claim":
      return { kind, ...owner, worker, block: place };
    case "result":
      return { kind, ...owner, worker, page: place };
    case "round":
      return { kind, ...owner, worker, round: place };
    default:
      return { kind: "plan", ...owner };
  }
}

function writeName(read: NameOnBoard): string {
  switch (read.kind) {
    case "plan":
      return planName(read);
    case "claim":
      return claimName(read);
    case "result":
      return pageName(read);
    case "round":
      return roundName(read);
  }
}
