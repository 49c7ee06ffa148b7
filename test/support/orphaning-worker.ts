// A worker whose program starts others and does not end, so that it can be killed meanwhile.

import { Redactor } from "@swarm-actions/core";
import { readWorkerCall, runWorkerProcess } from "@swarm-actions/fanout";
import { createProgramRunner } from "@swarm-actions/tasks";

const { PATH, FOLDER = "" } = process.env;
const call = readWorkerCall(process.env);
if (call === null) throw new Error("nobody said which worker this is");
// The second one leaves the program's group and its session.
const text = "sleep 600 & setsid sleep 600 & wait";

const runner = createProgramRunner({
  program: { kind: "script", text },
  per: "task",
  taskSeconds: 600,
  directory: FOLDER,
  environment: { PATH, FOLDER },
  redactor: new Redactor(),
  temporary: FOLDER,
  reports: [],
  onLine: () => {},
});
process.exit(await runWorkerProcess(call, () => runner));
