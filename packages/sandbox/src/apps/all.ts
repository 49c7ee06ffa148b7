import type { Endpoint } from "../kernel/endpoint.ts";

export const appEndpoints: readonly Endpoint[] = [];
