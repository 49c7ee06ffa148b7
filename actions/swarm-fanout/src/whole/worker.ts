import { createKit, type Runner } from "@swarm-actions/action-kit";
import { readWorkerCall, runWorkerProcess } from "@swarm-actions/fanout";
import { wholeInputs } from "../inputs/declared.ts";
import { hideSecrets } from "../shared/hide-secrets.ts";
import { makeRunner } from "../work/make-runner.ts";
import { meshOf } from "../work/mesh-of.ts";

/**
 * What this program is when it was started as a worker of a swarm that is one job.
 * @returns the exit code
 */
export async function runAsWorker(variables: Runner["variables"]): Promise<number> {
  const call = readWorkerCall(variables);
  if (call === null) throw new Error("nobody said which worker this is");
  const kit = createKit(quiet(variables), new AbortController().signal);
  hideSecrets(kit);
  const inputs = kit.inputs(wholeInputs);
  return runWorkerProcess(call, (plan) => makeRunner(kit, inputs, plan), { mesh: meshOf(inputs) });
}

/** Whoever started this process says what there is to say; from here come lines alone. */
function quiet(variables: Runner["variables"]): Runner {
  return {
    variables,
    tell: (message) => {
      if (message.kind === "info") process.stdout.write(`${message.text}\n`);
    },
    writeSummary: async () => {},
    now: () => performance.now(),
  };
}
