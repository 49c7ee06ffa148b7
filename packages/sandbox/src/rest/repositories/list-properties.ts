import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { isVisible } from "../../kernel/sight.ts";
import type { Repository } from "../../state/model.ts";
import { pageReply } from "../page-reply.ts";
import { textIn } from "../params.ts";

export const listPropertyValues = endpoint({
  method: "GET",
  path: "/orgs/{org}/properties/values",
  permission: { organization_custom_properties: "read" },
  handle: (call) => {
    const owner = call.world.users.get(textIn(call, "org").toLowerCase());
    if (owner === undefined) throw notFound();
    const own = [...call.world.repositories.values()].filter(
      (repository) => repository.owner.id === owner.id && isVisible(repository, call.token()),
    );
    return pageReply(call, own, presentProperties);
  },
});

function presentProperties({ id, owner, name, properties }: Repository) {
  return {
    repository_id: id,
    repository_name: name,
    repository_full_name: `${owner.login}/${name}`,
    properties: [...properties].map(([property_name, value]) => ({ property_name, value })),
  };
}
