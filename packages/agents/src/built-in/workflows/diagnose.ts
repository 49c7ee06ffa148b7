import type { WorkflowContext } from "@actions/languageservice/context/workflow-context";
import type { validate } from "@actions/languageservice/validate";
import type { WorkflowDocument } from "./document.ts";
import { expandedSize } from "./expanded-size.ts";
import type { WorkflowKind } from "./kind.ts";

/** What GitHub's language service says about a place in a file. */
export interface Diagnosis {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  /** GitHub refuses the file, or the value can only be a mistake at run time. */
  readonly severity: "error" | "warning";
}

/** The service writes aliases out and slows down with every step, so it gets no more than this. */
const maxNodes = 20_000;

type Diagnostic = Awaited<ReturnType<typeof validate>>[number];

let documents = 0;

/** Null when the file is too large to be given to the service. */
export async function diagnose(
  document: WorkflowDocument,
  kind: WorkflowKind,
): Promise<readonly Diagnosis[] | null> {
  if (expandedSize(document.root, document.resolve) > maxNodes) return null;
  const { service, settings } = await loadService();
  // The service remembers what it parsed by address, so every document gets its own.
  const name = kind === "workflow" ? ".github/workflows/workflow.yml" : "action.yml";
  const uri = `file:///${++documents}/${name}`;
  try {
    const lines = document.text.trimEnd().split("\n").length;
    const file = service.TextDocument.create(uri, "yaml", 1, document.text);
    const found = await service.validate(file, settings);
    return found.filter(({ code }) => code !== conditionCode).map((one) => diagnosisOf(one, lines));
  } finally {
    service.clearCacheEntry(uri);
  }
}

/** Told by `workflows/always-true-condition`, with a suggestion. */
const conditionCode = "expression-literal-text-in-condition";

function diagnosisOf(found: Diagnostic, lines: number): Diagnosis {
  const text = typeof found.message === "string" ? found.message : found.message.value;
  const firstLine = text.split("\n", 1)[0] ?? "";
  return {
    // A fault at the very end is placed behind the last line break, where there is no line.
    line: Math.min(found.range.start.line + 1, lines),
    message: firstLine.replace(/ at line \d+, column \d+:?$/, ""),
    // 2 and above are warnings and hints in the language server protocol; absent is an error.
    severity: (found.severity ?? 1) > 1 ? "warning" : "error",
  };
}

/**
 * For every expression the service describes all that the file's events carry, only for the open
 * context to take its place. Without events there is nothing to describe; inputs are still read.
 */
function forgetPayloads(events: Partial<Record<string, unknown>>): void {
  for (const name of Object.keys(events)) {
    if (name !== "workflow_call" && name !== "workflow_dispatch") delete events[name];
  }
}

let loaded: ReturnType<typeof load> | null = null;

function loadService(): ReturnType<typeof load> {
  loaded ??= load();
  return loaded;
}

/** Loaded on first use only: the service is by far the largest thing a review may need. */
async function load() {
  const [{ validate }, { clearCacheEntry }, { TextDocument }, expressions] = await Promise.all([
    import("@actions/languageservice/validate"),
    import("@actions/languageservice/utils/workflow-cache"),
    import("vscode-languageserver-textdocument"),
    import("@actions/expressions"),
  ]);
  const { DescriptionDictionary, FeatureFlags } = expressions;
  const settings = {
    // What GitHub already runs but the service still treats as an experiment.
    featureFlags: new FeatureFlags({
      allowBackgroundSteps: true,
      allowCaseFunction: true,
      allowCopilotRequestsPermission: true,
    }),
    contextProviderConfig: {
      // Steps and callers set variables, and events carry more than is described.
      getContext: async (name: string, _known: unknown, { template }: WorkflowContext) => {
        if (name !== "env" && name !== "github") return undefined;
        if (template !== undefined) forgetPayloads(template.events);
        const open = new DescriptionDictionary();
        open.complete = false;
        return open;
      },
    },
  };
  return { service: { validate, clearCacheEntry, TextDocument }, settings };
}
