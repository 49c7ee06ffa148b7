import type { App } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { nodeId } from "./node-id.ts";
import { presentUser } from "./user.ts";

/** An `integration`. */
export function presentApp(world: World, app: App): Record<string, unknown> {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId("App", app.id),
    owner: presentUser(world, app.owner),
    name: app.name,
    description: "",
    external_url: world.url,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z",
    permissions: {},
    events: [],
  };
}

export function presentAppOrNull(world: World, app: App | null): Record<string, unknown> | null {
  return app === null ? null : presentApp(world, app);
}
