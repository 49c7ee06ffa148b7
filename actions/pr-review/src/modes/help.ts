/** What can be asked for, as Markdown. */
export const help = [
  "| Comment | |",
  "|---|---|",
  "| `/swarm review` | reviews now, all of it |",
  "| `/swarm ignore <id> <reason>` | takes a finding out of the count, and keeps the reason |",
  "| `/swarm explain <id>` | says why a finding stands and how to mend it |",
  "| `/swarm help` | shows this |",
].join("\n");
