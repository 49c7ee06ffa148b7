/**
 * What to add to a workflow for the permissions that GitHub says it accepts.
 * @param accepted the header `x-accepted-github-permissions`: `issues=write; pull_requests=write`, where
 * `;` parts alternatives and `,` what is needed together
 */
export function permissionFix(accepted: string | undefined): string {
  const ways = (accepted ?? "")
    .split(";")
    .map(wayOf)
    .filter((way) => way !== "");
  const needed = ways.length === 0 ? "the permission this needs" : ways.join(", or ");
  return (
    `Add ${needed} to the job's \`permissions:\`, or to the App's. ` +
    "A run for a fork's pull request never gets more than `read`."
  );
}

function wayOf(way: string): string {
  const pairs = way
    .split(",")
    .map((pair) => /^\s*([a-z_]{1,60})=(read|write|admin)\s*$/.exec(pair));
  return pairs
    .filter((pair) => pair !== null)
    .map(([, name = "", access = ""]) => `\`${name.replaceAll("_", "-")}: ${access}\``)
    .join(" and ");
}
