import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ShownPullRequest, startShownPullRequest } from "../support/shown-pull-request.ts";

let shown: ShownPullRequest;
let html: string;
let words: string;

beforeAll(async () => {
  shown = await startShownPullRequest();
  html = await (await fetch(shown.url)).text();
  words = html
    .replace(/<style>[\s\S]*?<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
});
afterAll(() => shown?.[Symbol.asyncDispose]());

test("title, state, branches, labels and description begin the page", () => {
  expect(words).toMatch(/Count further #1 Open bob wants to merge 2 commits into main from topic/);
  expect(words).toMatch(/pale dark/);
  expect(html).toContain("Counts <strong>further</strong>.");
});

test("what happened stands in its order", () => {
  const order = [
    "bob opened this",
    "bob pushed 1 commit",
    "github-actions bot reviewed",
    "Review: 2 findings",
    "ada pushed 1 commit",
    "requested changes",
  ].map((part) => words.indexOf(part));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((one, other) => one - other));
});

test("a thread shows its code with the numbers of both sides, and what is meant", () => {
  expect(html).toContain(
    '<mark class="line deleted"><i>9</i><i></i><i class="sign">−</i><code>nine\n</code></mark>',
  );
  expect(words).toMatch(/line 9 of the old file .* Why is it gone\? .* It was double\./);
});

test("a resolved thread is folded and says by whom, and an outdated one is marked", () => {
  const [folded] = html.match(/<details class="thread resolved"[\s\S]*?<\/summary>/) ?? [];
  expect(folded).toMatch(/lines 5–6[\s\S]*outdated[\s\S]*resolved[\s\S]*by ada/);
  expect(html.match(/<details class="thread/g)).toHaveLength(1);
});

test("a suggestion is a small diff", () => {
  const [figure = ""] = html.match(/<figure class="suggestion">[\s\S]*?<\/figure>/) ?? [];
  expect(figure.replace(/<[^>]*>/g, "|").replace(/\|+/g, "|")).toBe(
    "|Suggested change|−|fünf\n|−|    and\\u{202E} more\n|+|5\n|+|    and &#x3C;more>\n|",
  );
});

test("the summary is shown as edited, without its markers, with what others think of it", () => {
  expect(words).toMatch(/commented [^·]*· edited Review: 2 findings/);
  expect(html).not.toContain("hidden: marker");
  expect(words).not.toContain("First words.");
  expect(words).toMatch(/❤️ 1 heart by ada/);
});

test("checks say how they ended and how many annotations they have, for each commit", () => {
  expect(words).toMatch(/pr-review success · 2 findings · 1 annotation · GitHub Actions/);
  expect(words).toMatch(/build pending/);
  expect(html).toMatch(/class="mark bad" title="pr-review: failure"/);
  expect(html).toMatch(/class="mark good" title="pr-review: success"/);
});

test("the files are there with their lines", () => {
  expect(words).toMatch(/Files changed a\.txt modified · \+2 −2/);
});

test("one page of a repository that is private is for this machine's own names", async () => {
  const as = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const asked = request(shown.url, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      asked.on("error", reject).end();
    });
  expect(await as("localhost:80")).toBe(200);
  expect(await as("evil.example")).toBe(404);
});

test("a page that there is not is not found", async () => {
  for (const path of ["/acme/shop/pull/2", "/acme/none/pull/1", "/acme/shop/pull/1x"])
    expect((await fetch(`${shown.sandbox.url}${path}`)).status).toBe(404);
});

test("a page may not be framed, sniffed or kept", async () => {
  const { headers } = await fetch(shown.url);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
});
