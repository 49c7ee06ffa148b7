import type { validate } from "@actions/languageservice/validate";
import type { WorkflowTemplate } from "@actions/workflow-parser";
import type { WorkflowKind } from "./kind.ts";

/** What the service says of a place; positions are 0-based. */
export type Diagnostic = Awaited<ReturnType<typeof validate>>[number];

/** GitHub's language service, set up as GitHub itself runs workflows. */
export type Service = (text: string, kind: WorkflowKind) => Promise<readonly Diagnostic[]>;

let loading: Promise<Service> | null = null;

/** Loaded on first use only: the service is by far the largest thing a review may need. */
export function loadService(): Promise<Service> {
  loading ??= createService();
  return loading;
}

async function createService(): Promise<Service> {
  const [{ validate }, cache, { ErrorPolicy }, { TextDocument }, expressions] = await Promise.all([
    import("@actions/languageservice/validate"),
    import("@actions/languageservice/utils/workflow-cache"),
    import("@actions/workflow-parser/model/convert"),
    import("vscode-languageserver-textdocument"),
    import("@actions/expressions"),
  ]);
  const settings = settingsOf(expressions);
  const { featureFlags } = settings;
  const convert = async (uri: string, content: string): Promise<void> => {
    const file = { name: uri, content };
    const { context, value } = cache.getOrParseWorkflow(file, uri, false, featureFlags);
    if (value === undefined) return;
    const options = { errorPolicy: ErrorPolicy.TryConversion, featureFlags };
    forgetPayloads(
      await cache.getOrConvertWorkflowTemplate(context, value, uri, settings, options),
    );
  };
  let documents = 0;
  return async (text, kind) => {
    // The service remembers what it parsed by address, so every document gets its own.
    const name = kind === "workflow" ? ".github/workflows/workflow.yml" : "action.yml";
    const uri = `file:///${++documents}/${name}`;
    try {
      if (kind === "workflow") await convert(uri, text);
      return await validate(TextDocument.create(uri, "yaml", 1, text), settings);
    } finally {
      cache.clearCacheEntry(uri);
    }
  };
}

function settingsOf(expressions: typeof import("@actions/expressions")) {
  const { DescriptionDictionary, FeatureFlags } = expressions;
  return {
    // What GitHub already runs but the service still treats as an experiment.
    featureFlags: new FeatureFlags({
      allowBackgroundSteps: true,
      allowCaseFunction: true,
      allowCopilotRequestsPermission: true,
    }),
    contextProviderConfig: {
      // Steps and callers set variables, and events carry more than is described.
      getContext: async (name: string) => {
        if (name !== "env" && name !== "github") return undefined;
        const open = new DescriptionDictionary();
        open.complete = false;
        return open;
      },
    },
  };
}

/**
 * For every expression the service describes all that the file's events carry, only for the open
 * context to take its place. Without events there is nothing to describe; inputs are still read.
 */
function forgetPayloads(template: Partial<WorkflowTemplate>): void {
  const events: Partial<Record<string, unknown>> = template.events ?? {};
  for (const name of Object.keys(events)) {
    if (name !== "workflow_call" && name !== "workflow_dispatch") delete events[name];
  }
}
