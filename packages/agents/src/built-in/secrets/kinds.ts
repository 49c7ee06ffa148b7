import type { Severity } from "@swarm-actions/review";

/** One rule of the engine, in words. */
export interface SecretKind {
  /** The engine's name for it; with `secrets/` in front, our rule. */
  readonly rule: string;
  /** With its article, as it stands in a sentence. */
  readonly name: string;
  readonly severity: Severity;
  /** What somebody who has it can do. */
  readonly harm: string;
  /** Where it is made worthless, as the end of "revoke it …". */
  readonly revoke: string;
}

const actAs = (service: string): string => `act as its owner on ${service}`;
const spend = (service: string): string => `use ${service} at its owner's expense`;

const replacements = new Map([
  ["basicauth", "by changing the password"],
  ["database-connection-string", "by changing the password"],
  ["privatekey", "by replacing the key pair wherever it is trusted"],
]);

/** Every rule of the engine, by name. */
export const secretKinds: readonly SecretKind[] = [
  kind("1password", "a 1Password service account token", "read the vaults it opens"),
  kind("anthropic", "an Anthropic API key", spend("the Anthropic API")),
  kind("aws", "an AWS secret access key", actAs("AWS"), "critical"),
  kind("basicauth", "a user name and password in a URL", "sign in with them"),
  kind("cloudflare", "a Cloudflare API token", actAs("Cloudflare")),
  kind("database-connection-string", "a database password in a URL", "open the database"),
  kind("databricks", "a Databricks access token", actAs("Databricks")),
  kind("docker", "a Docker access token", "push images in its owner's name"),
  kind("figma", "a Figma access token", actAs("Figma")),
  kind("gcp", "the private key of a Google Cloud service account", actAs("GCP"), "critical"),
  kind("github", "a GitHub token", actAs("GitHub"), "critical"),
  kind("gitlab", "a GitLab access token", actAs("GitLab"), "critical"),
  kind("grafana", "a Grafana token", actAs("Grafana")),
  kind("groq", "a Groq API key", spend("the Groq API")),
  kind("hashicorp-vault", "a HashiCorp Vault token", "read the secrets it opens", "critical"),
  kind("huggingface", "a Hugging Face access token", actAs("Hugging Face")),
  kind("linear", "a Linear API token", actAs("Linear")),
  kind("notion", "a Notion integration token", "read the pages it opens"),
  kind("npm", "an npm token", "publish packages in its owner's name", "critical"),
  kind("openai", "an OpenAI API key", spend("the OpenAI API")),
  kind("privatekey", "a private key", "pose as whoever the key stands for", "critical"),
  kind("sendgrid", "a SendGrid API key", "send mail in its owner's name"),
  kind("shopify", "a Shopify access token", "reach the shop's data"),
  kind("slack", "a Slack token or webhook", "write to the workspace"),
  kind("stripe", "a Stripe secret key", "move money and read customers' data", "critical"),
  kind("tailscale", "a Tailscale key", "join the private network"),
  kind("vercel", "a Vercel token", actAs("Vercel")),
];

function kind(rule: string, name: string, harm: string, severity: Severity = "high"): SecretKind {
  return { rule, name, severity, harm, revoke: replacements.get(rule) ?? "where it was issued" };
}
