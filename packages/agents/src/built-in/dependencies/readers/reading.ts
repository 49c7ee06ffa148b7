export type Ecosystem = "cargo" | "go" | "npm" | "python";

/** Where a package comes from. */
export type Source =
  | { readonly kind: "registry" }
  /** `pinned`: a full commit id is named, so the code cannot change. */
  | { readonly kind: "git"; readonly url: string; readonly pinned: boolean }
  | { readonly kind: "url"; readonly url: string }
  | { readonly kind: "path" };

/** What a manifest asks for. */
export interface Requirement {
  readonly name: string;
  readonly group: "runtime" | "development" | "override";
  /** As written; its grammar is the ecosystem's. */
  readonly spec: string;
  readonly source: Source;
  /** 1-based. */
  readonly line: number;
}

/** A named thing on a line: an index address, a package that may run scripts. */
export interface Named {
  readonly name: string;
  readonly line: number;
}

export interface Manifest {
  readonly requirements: readonly Requirement[];
  /** Addresses of package indexes that the manifest adds or replaces. */
  readonly indexes: readonly Named[];
  /** Scripts that run when the package itself is installed. */
  readonly installScripts: readonly Named[];
  /** Packages that are allowed to run install scripts. */
  readonly allowedBuilds: readonly Named[];
  /** Never published, so that only its own developers install it. */
  readonly private: boolean;
}

/** One package at one version in a lockfile. */
export interface LockEntry {
  readonly name: string;
  readonly version: string;
  /** Of every address the entry names; none when the default registry is implied. */
  readonly hosts: readonly string[];
  /** By artefact or algorithm. */
  readonly digests: ReadonlyMap<string, ReadonlySet<string>>;
  readonly installScript: boolean;
  /** Only for some systems. */
  readonly optional: boolean;
  /** 1-based, inclusive. */
  readonly startLine: number;
  readonly endLine: number;
}

export interface Lockfile {
  readonly entries: readonly LockEntry[];
  /** What the lockfile says its manifests ask for; null when it does not say. */
  readonly stated: string | null;
  /** Names the manifests ask for directly; null when the lockfile does not say. */
  readonly direct: ReadonlySet<string> | null;
}

/** What a file says about dependencies; a file with pins and digests is both. */
export interface Reading {
  readonly manifest: Manifest | null;
  readonly lockfile: Lockfile | null;
}

/** Reads one kind of file. */
export interface Reader {
  readonly ecosystem: Ecosystem;
  readonly role: "manifest" | "lockfile";
  /** Whether it reads files of this name (without folders). */
  reads(name: string): boolean;
  /** Names of the lockfiles that follow this manifest. */
  readonly lockedBy: readonly string[];
  /** Throws `Unreadable`, or what its parser throws, on a malformed file. */
  read(text: string): Reading;
}

/** A file that is not what its name says. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

export const noManifest: Manifest = {
  requirements: [],
  indexes: [],
  installScripts: [],
  allowedBuilds: [],
  private: false,
};
