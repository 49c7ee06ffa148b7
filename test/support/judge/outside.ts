interface Outside {
  readonly pattern: RegExp;
  /** What answers there, and why GitHub's REST description cannot judge it. */
  readonly reason: string;
}

/** Every path of the sandbox that GitHub's REST description does not cover. Whatever is not here is judged. */
const outside: readonly Outside[] = [
  {
    pattern: /^\/[^/]+\/[^/]+\/(?:info\/refs|git-(?:upload|receive)-pack|HEAD|objects\/.+)$/u,
    reason: "git over HTTP: judged by git itself",
  },
  {
    pattern: /^\/twirp\/github\.actions\.results\.api\.v1\.[A-Za-z]+\/[A-Za-z]+$/u,
    reason: "the Actions services: judged by GitHub's own toolkit, which talks to them",
  },
  { pattern: /^\/blobs\/results\//u, reason: "signed addresses of blob storage: not GitHub's API" },
  {
    pattern: /^\/(?!repos\/)[^/]+\/[^/]+(?:\/(?:pull|issues|commit|runs)\/[^/]+.*)?$/u,
    reason: "pages for people",
  },
];

/** @param path Without its query. @returns The reason it is not judged; null when it has to be. */
export function outsideOfDescription(path: string): string | null {
  return outside.find(({ pattern }) => pattern.test(path))?.reason ?? null;
}
