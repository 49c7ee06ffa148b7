import { type ChatCompletionRequest, type FixtureResponse, LLMock } from "@copilotkit/aimock";

type ModelProtocol = "openai" | "anthropic";

/** A model's endpoint for a test, on this machine, behind both protocols. */
export interface ModelServer extends AsyncDisposable {
  readonly seen: readonly ChatCompletionRequest[];
  /** The definition of an agent that asks here; needs `MODEL_KEY` in the environment. */
  agent(protocol: ModelProtocol, options?: object): object;
}

/** What stands in place of the key of a model; shows up nowhere in a report. */
export const modelKey = ["model", "key", "0123456789"].join("-");

/**
 * Starts an endpoint that answers as `reply` says: with text, with findings, or with an error.
 * @param reply given the model's name and how many requests came before
 */
export async function startModelServer(
  reply: (model: string, before: number) => string | { readonly findings: object[] } | ModelFault,
): Promise<ModelServer> {
  const mock = new LLMock({ port: 0 });
  const seen: ChatCompletionRequest[] = [];
  mock.on({ predicate: () => true }, (request) => {
    const answer = reply(request.model, seen.push(request) - 1);
    return shape(answer, request);
  });
  await mock.start();
  return {
    seen,
    agent: (type, options = {}) => ({
      type,
      model: "large",
      roles: ["correctness"],
      "base-url": type === "openai" ? `${mock.url}/v1` : mock.url,
      "api-key-env": "MODEL_KEY",
      ...options,
    }),
    [Symbol.asyncDispose]: async () => {
      await mock.stop();
    },
  };
}

export interface ModelFault {
  readonly status: number;
  readonly message: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

const usage = {
  usage: { prompt_tokens: 1000, completion_tokens: 100, input_tokens: 1000, output_tokens: 100 },
};

function shape(
  answer: string | { readonly findings: object[] } | ModelFault,
  request: ChatCompletionRequest,
): FixtureResponse {
  if (typeof answer === "string") return { content: answer, ...usage };
  if ("status" in answer) {
    const { status, message, ...rest } = answer;
    return { error: { message, type: "fault" }, status, ...rest };
  }
  const text = JSON.stringify(answer);
  // The Anthropic protocol enforces a schema through a tool that the model has to call.
  const calls = (request.tools ?? []).length > 0;
  return calls
    ? { toolCalls: [{ name: "report_findings", arguments: text }], ...usage }
    : { content: text, ...usage };
}
