import { z } from "zod";
import { severitiesOption } from "../reported/severity.ts";
import { commonOptions } from "../scope.ts";

const path = z.string().min(1).max(4096);

export const sarifOptions = z.strictObject({
  ...commonOptions,
  file: z
    .union([path, z.array(path).min(1)])
    .describe("SARIF 2.1.0 files to read, relative to the repository's root."),
  baseline: path
    .optional()
    .describe("An earlier SARIF file; what it holds already is not reported again."),
  severities: severitiesOption,
});
