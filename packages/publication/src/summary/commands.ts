/** What people with write access can ask for, as a list in Markdown. */
export const commandList = [
  "- `/swarm review` reviews the pull request again",
  "- `/swarm ignore <id> <reason>` takes a finding out of the count, for everybody to see",
  "- `/swarm explain <id>` tells who said it, who did not, and what its rule is for",
  "- `/swarm help` lists the commands",
].join("\n");

export function commandsSection(): string {
  const lead = "In a comment of their own, people with write access can say:";
  return `<details>\n<summary>Commands</summary>\n\n${lead}\n\n${commandList}\n\n</details>`;
}
