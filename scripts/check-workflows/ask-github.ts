import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { allowJsonImports } from "../json-imports.ts";
import { knownActions } from "./known-actions.ts";
import { ownAction } from "./own-actions.ts";
import { addressOf, type Fault, type Source } from "./source.ts";

type Service = typeof import("@actions/languageservice/validate");
type Settings = NonNullable<Parameters<Service["validate"]>[1]>;
type Provider = NonNullable<Settings["actionsMetadataProvider"]>;

/** Asks GitHub's own language service about one source. */
export type AskGitHub = (source: Source) => Promise<readonly Fault[]>;

/** Loads the service once, knowing the actions of this project and those it uses. */
export async function loadGitHubService(top: string): Promise<AskGitHub> {
  allowJsonImports();
  const [{ validate }, { TextDocument }, settings] = await Promise.all([
    import("@actions/languageservice/validate"),
    import("vscode-languageserver-textdocument"),
    settingsFor(top),
  ]);
  let documents = 0;
  return async (source) => {
    // What it says is remembered by address, so every document gets one of its own.
    const uri = `file:///${++documents}/${addressOf(source)}`;
    const text = nameAssembled(source.text);
    const found = await validate(TextDocument.create(uri, "yaml", 1, text), settings);
    return found.map(({ range, message }) => ({
      path: source.path,
      line: range.start.line + 1,
      rule: "github/language-service",
      message: (typeof message === "string" ? message : message.value).split("\n", 1).join(),
    }));
  };
}

/** The service looks at no action beside the checkout, so ours go by the name they are released as. */
function nameAssembled(text: string): string {
  return text.replace(/(\buses:\s+)\.\/\.build\/release\/([\w/-]+)/g, "$1org/swarm-actions/$2@v1");
}

async function settingsFor(top: string): Promise<Settings> {
  const { DescriptionDictionary, FeatureFlags } = await import("@actions/expressions");
  const open = new DescriptionDictionary();
  open.complete = false;
  return {
    featureFlags: new FeatureFlags({ all: true }),
    actionsMetadataProvider: { fetchActionMetadata: async (action) => metadataOf(action, top) },
    // A reusable workflow of this repository is read from it, at the commit that is checked.
    fileProvider: {
      getFileContent: async (file) => {
        if ("repository" in file && `${file.owner}/${file.repository}` !== "org/swarm-actions") {
          throw new Error(`${file.path} is another repository's`);
        }
        return { name: file.path, content: await readFile(join(top, file.path), "utf8") };
      },
    },
    // Steps set variables as they go, which no file tells.
    contextProviderConfig: { getContext: async (name) => (name === "env" ? open : undefined) },
  };
}

type Reference = Parameters<Provider["fetchActionMetadata"]>[0];

function metadataOf(
  action: Reference,
  top: string,
): Awaited<ReturnType<Provider["fetchActionMetadata"]>> {
  const name = [action.owner, action.name, action.path].filter(Boolean).join("/");
  const own = ownAction(`${name}@${action.ref}`, top);
  if (own !== null) return own.metadata;
  const known = knownActions.get(name);
  if (known === undefined || known.sha !== action.ref) return undefined;
  const inputs = Object.fromEntries(known.inputs.map((input) => [input, { description: input }]));
  return { name, description: name, inputs };
}
