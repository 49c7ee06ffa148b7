import { type BuiltInAgent, defineBuiltIn } from "../define.ts";
import { largeChange } from "./large-change.ts";
import { largeFile } from "./large-file.ts";
import { longLine } from "./long-line.ts";

/** Says when a change, a file or a line is more than a person can review. */
export const size: BuiltInAgent = defineBuiltIn({
  name: "size",
  rules: [largeChange, largeFile, longLine],
  covers: (file) => file.diff.content === "text",
});
