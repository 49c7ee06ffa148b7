import type { Endpoint } from "../kernel/endpoint.ts";

export const restEndpoints: readonly Endpoint[] = [];
