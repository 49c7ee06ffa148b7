import { CodedError } from "@swarm-actions/core";
import type { AgentSetup } from "../setup.ts";
import type { ChatModel } from "./chat-model.ts";
import type { ModelOptions } from "./options.ts";

/** Which protocol an endpoint speaks. */
export type Protocol = "openai" | "anthropic";

const usualVariables = { openai: "OPENAI_API_KEY", anthropic: "ANTHROPIC_API_KEY" } as const;

/**
 * The key from the environment variable that the options name. Endpoints of one's own often need
 * none, so only the vendors' insist unless a variable was named.
 * @throws CodedError `model/no-key`
 */
export function requireKey(
  protocol: Protocol,
  options: ModelOptions,
  { environment, redactor }: AgentSetup,
): string {
  const named = options["api-key-env"];
  // A vendor's key is never sent to an address that did not ask for it by name.
  const variable = named ?? (options["base-url"] === undefined ? usualVariables[protocol] : null);
  if (variable === null) return "none";
  const key = environment[variable];
  if (key === undefined || key === "") {
    throw new CodedError("model/no-key", `the environment variable ${variable} is not set`, {
      fix: `Set ${variable} to the key, or name another variable with \`api-key-env\`.`,
    });
  }
  redactor.add(key);
  return key;
}

export async function connectTo(
  protocol: Protocol,
  options: ModelOptions,
  setup: AgentSetup,
): Promise<ChatModel> {
  const endpoint = {
    apiKey: requireKey(protocol, options, setup),
    baseUrl: options["base-url"] ?? null,
    enforcesSchema: options["structured-output"] === "schema",
  };
  if (protocol === "openai") {
    const { connectOpenAi } = await import("./openai.ts");
    return connectOpenAi(endpoint);
  }
  const { connectAnthropic } = await import("./anthropic.ts");
  return connectAnthropic(endpoint);
}
