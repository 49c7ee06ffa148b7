// A process that runs a swarm whose tasks last long, so that it can be killed meanwhile.

import { runLocalSwarm } from "./local-swarm.ts";
import { planOf } from "./swarm-builders.ts";

const { FOLDER = "" } = process.env;
const lists = [[["a"]], [["b"]], [["c"]]];
await runLocalSwarm(FOLDER, {}, { plan: planOf({ lists, payload: 600_000, seconds: 600 }) });
