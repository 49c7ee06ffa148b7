// Writes the JSON Schemas in docs/ from the code: of `review --format json`, and of swarm.yml.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configJsonSchema } from "@swarm-actions/config";
import { jsonReportSchema } from "@swarm-actions/report";
import { top } from "./top.ts";

const schemas = {
  "docs/review.schema.json": jsonReportSchema(),
  "docs/swarm.schema.json": await configJsonSchema(),
};

for (const [file, schema] of Object.entries(schemas)) {
  writeFileSync(join(top, file), JSON.stringify(schema));
}
const format = ["node_modules/@biomejs/biome/bin/biome", "format", "--write"];
execFileSync(process.execPath, [...format, ...Object.keys(schemas)], {
  cwd: top,
  stdio: "inherit",
});
