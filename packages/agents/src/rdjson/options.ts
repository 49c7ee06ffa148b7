import { z } from "zod";
import { severitiesOption } from "../reported/severity.ts";
import { commonOptions } from "../scope.ts";

const path = z.string().min(1).max(4096);

export const rdjsonOptions = z.strictObject({
  ...commonOptions,
  file: z
    .union([path, z.array(path).min(1)])
    .describe("rdjson or rdjsonl files to read, relative to the repository's root."),
  severities: severitiesOption,
});
