import { CodedError } from "@swarm-actions/core";
import type { ChatModel, ChatReply, ChatRequest, Endpoint } from "./chat-model.ts";
import { modelError } from "./model-error.ts";

const retries = 4;

/** Models behind the chat completions protocol. */
export async function connectOpenAi(endpoint: Endpoint): Promise<ChatModel> {
  // Loaded when first needed: most reviews ask no model, and the SDK takes its time.
  const { APIError, OpenAI } = await import("openai");
  const client = new OpenAI({
    apiKey: endpoint.apiKey,
    baseURL: endpoint.baseUrl,
    maxRetries: retries,
    logLevel: "off",
    // The environment of the caller must not redirect requests or add to them.
    organization: null,
    project: null,
  });
  return {
    async complete(model, request, signal) {
      try {
        const body = { model, ...bodyOf(request, endpoint) };
        const answer = await client.chat.completions.create(body, { signal });
        return replyOf(model, answer.choices[0], answer.usage);
      } catch (thrown) {
        if (thrown instanceof CodedError || signal.aborted) throw thrown;
        throw modelError(model, thrown instanceof APIError ? thrown.status : undefined, thrown);
      }
    },
  };
}

function bodyOf(request: ChatRequest, { baseUrl, enforcesSchema }: Endpoint) {
  const { system, user, schema, maxOutputTokens } = request;
  const messages = [
    { role: "system" as const, content: system },
    { role: "user" as const, content: user },
  ];
  const format = { name: "review", schema: { ...schema }, strict: true };
  return {
    messages,
    // The vendor renamed the limit for its newer models; compatible servers know the old name.
    ...(baseUrl === null
      ? { max_completion_tokens: maxOutputTokens }
      : { max_tokens: maxOutputTokens }),
    ...(enforcesSchema
      ? { response_format: { type: "json_schema" as const, json_schema: format } }
      : {}),
  };
}

interface Choice {
  readonly finish_reason: string | null;
  readonly message: { readonly content: string | null; readonly refusal?: string | null };
}

interface TokenCounts {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
}

function replyOf(
  model: string,
  choice: Choice | undefined,
  usage: TokenCounts | undefined,
): ChatReply {
  const refusal = choice?.message?.refusal ?? null;
  if (refusal !== null) throw modelError(model, 400, new Error(`refused: ${refusal}`));
  return {
    text: choice?.message?.content ?? "",
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
    cutOff: choice?.finish_reason === "length",
  };
}
