// Writes docs/review.schema.json, the JSON Schema of `review --format json`, from the code.
import { writeFileSync } from "node:fs";
import { jsonReportSchema } from "@swarm-actions/report";

const target = new URL("../docs/review.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(jsonReportSchema(), null, 2)}\n`);
