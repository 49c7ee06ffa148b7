import { CodedError } from "@swarm-actions/core";
import type { ChatModel, ChatReply, ChatRequest, Endpoint } from "./chat-model.ts";
import { modelError } from "./model-error.ts";

const retries = 4;
const tool = "report_findings";

/** Models behind the messages protocol; the answer's form is that of a tool they must call. */
export async function connectAnthropic(endpoint: Endpoint): Promise<ChatModel> {
  const { Anthropic, APIError } = await import("@anthropic-ai/sdk");
  const client = new Anthropic({
    apiKey: endpoint.apiKey,
    authToken: null,
    baseURL: endpoint.baseUrl,
    maxRetries: retries,
    logLevel: "off",
  });
  return {
    async complete(model, request, signal) {
      try {
        const body = { model, ...bodyOf(request, endpoint) };
        const answer = await client.messages.create(body, { signal });
        return replyOf(answer.content, answer.usage, answer.stop_reason);
      } catch (thrown) {
        if (thrown instanceof CodedError || signal.aborted) throw thrown;
        throw modelError(model, thrown instanceof APIError ? thrown.status : undefined, thrown);
      }
    },
  };
}

function bodyOf(request: ChatRequest, { enforcesSchema }: Endpoint) {
  const { system, user, schema, maxOutputTokens } = request;
  const input_schema = { ...schema, type: "object" as const };
  return {
    system,
    max_tokens: maxOutputTokens,
    messages: [{ role: "user" as const, content: user }],
    ...(enforcesSchema
      ? {
          tools: [{ name: tool, description: "Reports what the review found.", input_schema }],
          tool_choice: { type: "tool" as const, name: tool },
        }
      : {}),
  };
}

interface Block {
  readonly type: string;
  readonly text?: string;
  readonly input?: unknown;
}

function replyOf(
  content: readonly Block[],
  usage: { readonly input_tokens: number; readonly output_tokens: number },
  stopReason: string | null,
): ChatReply {
  const call = content.find(({ type }) => type === "tool_use");
  const texts = content.filter(({ type }) => type === "text").map(({ text }) => text ?? "");
  return {
    text: call === undefined ? texts.join("") : JSON.stringify(call.input),
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    cutOff: stopReason === "max_tokens",
  };
}
