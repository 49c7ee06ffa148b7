import { presentUser } from "../present/user.ts";
import type { Installation } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** An `installation`. */
export function presentInstallation(
  world: World,
  installation: Installation,
): Record<string, unknown> {
  const { id, app, account, permissions, repositories } = installation;
  const pages = account.type === "Organization" ? `organizations/${account.login}/` : "";
  return {
    id,
    account: presentUser(world, account),
    repository_selection: repositories === "all" ? "all" : "selected",
    access_tokens_url: `${world.url}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `${world.url}/${pages}settings/installations/${id}`,
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: { metadata: "read", ...permissions },
    events: [],
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z",
    single_file_name: null,
    suspended_by: null,
    suspended_at: null,
  };
}
