import type { User } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { nodeId } from "./node-id.ts";

/** A `simple-user`. */
export function presentUser(world: World, user: User): Record<string, unknown> {
  const url = `${world.url}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type, user.id),
    avatar_url: `${world.url}/avatars/u/${user.id}`,
    gravatar_id: "",
    url,
    html_url: userPage(world, user),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** A `public-user`: what `GET /users/{username}` adds. */
export function presentPublicUser(
  world: World,
  user: User,
  publicRepositories: number,
): Record<string, unknown> {
  return {
    ...presentUser(world, user),
    name: user.name,
    company: null,
    blog: "",
    location: null,
    email: null,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: publicRepositories,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: "2020-01-01T00:00:00Z",
    updated_at: "2020-01-01T00:00:00Z",
  };
}

function userPage(world: World, user: User): string {
  const bot = /^(.+)\[bot\]$/.exec(user.login);
  return `${world.url}/${bot === null ? user.login : `apps/${bot[1]}`}`;
}
