import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/accessibility.ts";
import { launchBrowser, mustSkipBrowser } from "../support/browser.ts";
import { type ShownPullRequest, startShownPullRequest } from "../support/shown-pull-request.ts";

const hostile = [
  "<script>alert('ran')</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg>",
  '<a href="javascript:alert(1)" onfocus="alert(1)">link</a> ![pixel](https://evil.example/p.png)',
  '<style>body{display:none}</style><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<form action="https://evil.example"><button>Merge</button></form><p id="conversation">x</p>',
  `${"wide".repeat(100)} desrever\u202E`,
].join("\n\n");

describe.skipIf(mustSkipBrowser("pull requests' pages"))("the page of a pull request", () => {
  let browser: Browser;
  let shown: ShownPullRequest;
  let hurt: ShownPullRequest;

  beforeAll(async () => {
    [browser, shown, hurt] = await Promise.all([
      launchBrowser(),
      startShownPullRequest(),
      startShownPullRequest({ title: "<b>Bold\u202E</b>", body: hostile, words: hostile }),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await shown?.[Symbol.asyncDispose]();
    await hurt?.[Symbol.asyncDispose]();
  });

  /** The page, and everything it tried that it must not try. */
  async function open({ url }: { url: string }, options: BrowserContextOptions = {}) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const offences: string[] = [];
    page.on("dialog", async (dialog) => {
      offences.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on("console", (message) => offences.push(`console: ${message.text()}`));
    page.on("request", (request) => {
      if (request.url() !== url) offences.push(`request: ${request.url()}`);
    });
    await page.goto(url, { waitUntil: "load", timeout: 120_000 });
    for (const summary of await page.locator("details:not([open]) > summary").all())
      if (await summary.isVisible()) await summary.click();
    return { page, offences, [Symbol.asyncDispose]: () => page.context().close() };
  }

  describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
    it.each([1280, 320])("breaks no rule of accessibility at %i pixels", async (width) => {
      await using opened = await open(shown, { colorScheme, viewport: { width, height: 800 } });
      expect(await violations(opened.page)).toEqual([]);
    });
  });

  it("needs no script, asks for nothing and complains of nothing", async () => {
    await using opened = await open(shown, { javaScriptEnabled: false });
    expect(opened.offences).toEqual([]);
    expect(await opened.page.getByText("It was double.").isVisible()).toBe(true);
  });

  it("says that it is not GitHub before anything else", async () => {
    await using opened = await open(shown);
    const [first] = await opened.page.locator("body > *").all();
    expect(await first?.textContent()).toBe("A local sandbox’s rendering, not GitHub.");
    expect(await first?.isVisible()).toBe(true);
  });

  it("fits a screen of 320 pixels without scrolling sideways", async () => {
    for (const one of [shown, hurt]) {
      await using opened = await open(one, { viewport: { width: 320, height: 800 } });
      expect(await opened.page.locator("html").evaluate((root) => root.scrollWidth)).toBe(320);
    }
  });

  it("lets nothing that people write run, leave, hide or pose as the page", async () => {
    await using opened = await open(hurt);
    const { page, offences } = opened;
    await page.waitForTimeout(200);
    expect(offences).toEqual([]);
    const forbidden = "script, img, svg, form, button, iframe, body style, body meta, [onfocus]";
    expect(await page.locator(forbidden).count()).toBe(0);
    expect(await page.locator("a[href^='javascript']").count()).toBe(0);
    expect(await page.locator("[id=conversation]").count()).toBe(1);
    expect(await page.locator("h1").textContent()).toContain("<b>Bold\\u{202E}</b>");
    expect(await page.locator("body").textContent()).not.toContain("\u202E");
  });

  it("is found from the page of all repositories", async () => {
    await using opened = await open({ url: `${shown.sandbox.url}/` });
    expect(await violations(opened.page)).toEqual([]);
    await opened.page.getByRole("link", { name: "Count further" }).click();
    await opened.page.waitForURL(shown.url);
    expect(await opened.page.getByRole("heading", { level: 1 }).textContent()).toContain("#1");
  });
});
