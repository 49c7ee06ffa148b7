/** One question to a model. */
export interface ChatRequest {
  readonly system: string;
  readonly user: string;
  /** JSON Schema of the answer. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
}

export interface ChatReply {
  /** JSON when the endpoint kept to the schema; anything at all otherwise. */
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The answer reached its limit and ends in the middle. */
  readonly cutOff: boolean;
}

/** A model behind whatever protocol. Retries what may pass, honouring `retry-after`. */
export interface ChatModel {
  /** @throws CodedError `model/…`; those that `isTransient` accepts may be asked of another model. */
  complete(model: string, request: ChatRequest, signal: AbortSignal): Promise<ChatReply>;
}

/** Where models are asked. */
export interface Endpoint {
  readonly apiKey: string;
  /** Null: the vendor's own. */
  readonly baseUrl: string | null;
  /** Whether the endpoint enforces the schema, or is only asked to keep to it. */
  readonly enforcesSchema: boolean;
}
