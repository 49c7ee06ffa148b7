import type { Endpoint } from "../kernel/endpoint.ts";
import { artifactRest } from "./artifact-rest.ts";
import { artifactService } from "./artifact-service.ts";
import { blobEndpoints } from "./blob-endpoints.ts";
import { cacheRest } from "./cache-rest.ts";
import { cacheService } from "./cache-service.ts";

/** The Actions services: artifacts and caches, for jobs and over REST, and the storage below them. */
export const serviceEndpoints: readonly Endpoint[] = [
  ...artifactService,
  ...artifactRest,
  ...cacheService,
  ...cacheRest,
  ...blobEndpoints,
];
