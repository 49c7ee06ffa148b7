import type { Endpoint } from "../kernel/endpoint.ts";
import { createInstallationToken } from "./create-installation-token.ts";
import { listOwnRepositories, revokeOwnToken } from "./own-installation.ts";
import { installationEndpoints } from "./read-installations.ts";

export const appEndpoints: readonly Endpoint[] = [
  ...installationEndpoints,
  createInstallationToken,
  listOwnRepositories,
  revokeOwnToken,
];
