/**
 * Holds every workflow, template and action against GitHub's own language service, actionlint, zizmor
 * and our own rules. Exits with 1 when any of them finds a fault.
 *
 *   node scripts/check-workflows.ts
 */
import { join } from "node:path";
import { findWorkflowFaults } from "./check-workflows/find-faults.ts";
import { findProgram } from "./find-program.ts";
import { top } from "./top.ts";

const zizmor = findProgram("zizmor");
if (zizmor === null) process.stderr.write("\nSKIPPED: zizmor is not on this machine.\n\n");
const config = join(top, ".github/zizmor.yml");
const { faults, sources } = await findWorkflowFaults(
  top,
  zizmor === null ? null : { zizmor, config },
);
for (const { path, line, rule, message } of faults) {
  console.error(`${path}:${line}: ${message} (${rule})`);
}
if (faults.length > 0) process.exitCode = 1;
else console.log(`workflows: ${sources} workflows, templates and actions, nothing wrong`);
