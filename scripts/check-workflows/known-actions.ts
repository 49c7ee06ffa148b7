/** What a token may be allowed to do with one thing. */
export type Access = "none" | "read" | "write";

/** Scopes of `permissions:` with the access to each. */
export type Permissions = Readonly<Partial<Record<string, Access>>>;

/** An action of others that our workflows and templates use. */
export interface KnownAction {
  /** The commit of the release. Each was seen in at least two independent public projects. */
  readonly sha: string;
  readonly version: string;
  /** The inputs in use here. Read the action's README before adding one. */
  readonly inputs: readonly string[];
  readonly needs: Permissions;
}

export const knownActions: ReadonlyMap<string, KnownAction> = new Map([
  [
    "actions/checkout",
    {
      sha: "3d3c42e5aac5ba805825da76410c181273ba90b1",
      version: "v7.0.1",
      inputs: ["fetch-depth", "persist-credentials", "ref"],
      needs: { contents: "read" },
    },
  ],
  [
    "actions/setup-node",
    {
      sha: "820762786026740c76f36085b0efc47a31fe5020",
      version: "v7.0.0",
      inputs: ["node-version", "package-manager-cache"],
      needs: {},
    },
  ],
  [
    "actions/setup-python",
    {
      sha: "5fda3b95a4ea91299a34e894583c3862153e4b97",
      version: "v7.0.0",
      inputs: ["python-version"],
      needs: {},
    },
  ],
  [
    "actions/setup-go",
    {
      sha: "924ae3a1cded613372ab5595356fb5720e22ba16",
      version: "v6.5.0",
      inputs: ["cache", "go-version"],
      needs: {},
    },
  ],
  [
    "actions/upload-artifact",
    {
      sha: "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a",
      version: "v7.0.1",
      inputs: ["if-no-files-found", "include-hidden-files", "name", "path", "retention-days"],
      needs: {},
    },
  ],
  [
    "actions/download-artifact",
    {
      sha: "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c",
      version: "v8.0.1",
      inputs: ["name", "path"],
      needs: {},
    },
  ],
  [
    "github/codeql-action/upload-sarif",
    {
      sha: "b96794f015dfd88f77b49b1c93e0fa7110f94c63",
      version: "v4.38.0",
      inputs: ["category", "sarif_file"],
      needs: { "security-events": "write" },
    },
  ],
  [
    "actions/attest",
    {
      sha: "1e69f48acb82d1966a394da916b4c1698aa569d6",
      version: "v4.2.2",
      inputs: ["subject-path"],
      needs: { "id-token": "write", attestations: "write" },
    },
  ],
]);
