import { type BuiltInAgent, defineBuiltIn } from "../define.ts";
import { debugPrint } from "./debug-print.ts";
import { debuggerRule } from "./debugger.ts";
import { doNotMerge } from "./do-not-merge.ts";
import { editedGenerated } from "./edited-generated.ts";
import { largeBinary } from "./large-binary.ts";
import { mergeMarker } from "./merge-marker.ts";

/** Looks for what was needed while working and should not be committed. */
export const leftovers: BuiltInAgent = defineBuiltIn({
  name: "leftovers",
  rules: [debugPrint, debuggerRule, doNotMerge, editedGenerated, largeBinary, mergeMarker],
  covers: ({ diff }) =>
    diff.change !== "deleted" && (diff.content === "text" || diff.content === "binary"),
});
