/** The registry client that fetches a package's published source. */
export type Client = "npm" | "pip" | "go" | "cargo" | "maven";

/** Two releases of one package that followed each other. */
export interface ReleasePair {
  readonly client: Client;
  /** As the client names it; `group:artifact` for Maven. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** `name from to`, a line each: published archives that hold the source people edit. */
const pairs: Readonly<Record<Client, string>> = {
  npm: `
    fastify 5.0.0 5.1.0
    undici 6.20.0 6.21.0
    commander 12.0.0 12.1.0
    eslint 9.14.0 9.15.0
    axios 1.6.8 1.7.0
    mongoose 8.7.0 8.8.0
    three 0.165.0 0.166.0
    zod 4.0.17 4.1.0
    pino 9.0.0 9.1.0
    webpack 5.91.0 5.92.0`,
  pip: `
    Django 5.0 5.1
    networkx 3.1 3.2
    Flask 2.3.3 3.0.0
    httpx 0.26.0 0.27.0
    requests 2.31.0 2.32.0
    rich 13.6.0 13.7.0
    celery 5.3.6 5.4.0
    Twisted 23.10.0 24.3.0
    ansible-core 2.15.9 2.16.0
    wagtail 6.0.6 6.1`,
  go: `
    github.com/spf13/cobra v1.7.0 v1.8.0
    github.com/gin-gonic/gin v1.9.1 v1.10.0
    go.uber.org/zap v1.26.0 v1.27.0
    github.com/gohugoio/hugo v0.127.0 v0.128.0
    github.com/pressly/goose/v3 v3.20.0 v3.21.0
    github.com/prometheus/client_golang v1.19.0 v1.20.0
    github.com/labstack/echo/v4 v4.11.4 v4.12.0
    github.com/caddyserver/caddy/v2 v2.7.6 v2.8.0
    github.com/open-policy-agent/opa v0.63.0 v0.64.0
    github.com/authelia/authelia/v4 v4.37.5 v4.38.0
    google.golang.org/grpc v1.63.2 v1.64.0`,
  cargo: `
    tokio 1.37.0 1.38.0
    serde_json 1.0.127 1.0.128
    clap_builder 4.4.0 4.5.0
    regex-automata 0.3.9 0.4.0
    axum 0.7.4 0.7.5
    diesel 2.1.6 2.2.0
    bevy_ecs 0.13.2 0.14.0`,
  maven: `
    com.google.code.gson:gson 2.10.1 2.11.0
    org.apache.commons:commons-lang3 3.14.0 3.15.0`,
};

export const releasePairs: readonly ReleasePair[] = Object.entries(pairs).flatMap(
  ([client, lines]) =>
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const [name = "", from = "", to = ""] = line.trim().split(" ");
        return { client: client as Client, name, from, to };
      }),
);
