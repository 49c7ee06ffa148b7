import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Dashboard, renderPage } from "@swarm-actions/dashboard";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/accessibility.ts";
import { launchBrowser, mustSkipBrowser } from "../support/browser.ts";
import {
  dashboardOf,
  eventfulDashboard,
  hostileDashboard,
  hugeDashboard,
} from "../support/swarm-report.ts";

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 800 };
const nobody = dashboardOf({
  workers: [],
  jobs: [],
  outcome: "failed",
  coverage: { tasks: 0, done: 0, failed: [], missing: [] },
});

describe.skipIf(mustSkipBrowser("the page of a swarm"))("the page of a swarm", () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-dashboard-"));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page, and everything it tried that it must not try. */
  async function open(dashboard: Dashboard, options: BrowserContextOptions = {}) {
    const file = join(folder, "swarm.html");
    writeFileSync(file, renderPage(dashboard));
    const page = await browser.newPage({ viewport: wide, ...options });
    const own = pathToFileURL(file).href;
    const offences: string[] = [];
    page.on("dialog", async (dialog) => {
      offences.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on("pageerror", (error) => offences.push(`error: ${error.message}`));
    page.on("console", (message) => offences.push(`console: ${message.text()}`));
    page.on("request", (request) => {
      if (request.url() !== own) offences.push(`request: ${request.url()}`);
    });
    await page.goto(own, { waitUntil: "load", timeout: 120_000 });
    return { page, offences, [Symbol.asyncDispose]: () => page.context().close() };
  }

  describe.each(["light", "dark"] as const)("in the %s scheme", (colorScheme) => {
    it.each([
      ["wide", wide],
      ["narrow", narrow],
    ])("breaks no rule of accessibility when %s", async (_name, viewport) => {
      await using opened = await open(eventfulDashboard(), { colorScheme, viewport });
      for (const summary of await opened.page.locator("summary").all()) await summary.click();
      expect(await violations(opened.page)).toEqual([]);
    });
  });

  it.each([
    ["a swarm in which all went well", dashboardOf()],
    ["no worker and no task", nobody],
    ["hostile and right-to-left words", hostileDashboard()],
    ["256 workers", hugeDashboard(256, 60, 4)],
  ])("asks for nothing, complains of nothing, is accessible: %s", async (_name, dashboard) => {
    await using opened = await open(dashboard);
    expect(opened.offences).toEqual([]);
    expect(await violations(opened.page)).toEqual([]);
  });

  it("lets no hostile text run, make an element, link, or hide", async () => {
    await using opened = await open(hostileDashboard());
    const { page } = opened;
    for (const target of await page.locator("summary, nav a, button, input").all()) {
      await target.hover({ timeout: 500 }).catch(() => undefined);
      await target.focus({ timeout: 500 }).catch(() => undefined);
    }
    await page.waitForTimeout(200);
    expect(opened.offences).toEqual([]);
    expect(await page.locator("img, iframe, [onerror], [onmouseover]").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("a:not([href^='#'])").count()).toBe(0);
    const text = await page.locator("main").textContent();
    expect(text).toContain("<script>alert('ran')</script>");
    expect(text).toContain("\\u{202E}desrever");
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it("would catch what its policy does not stop", async () => {
    await using opened = await open(dashboardOf());
    await opened.page.evaluate(() => {
      const image = (
        globalThis as unknown as { document: { createElement(name: string): { src: string } } }
      ).document.createElement("img");
      image.src = "https://evil.example/pixel.png";
    });
    await expect.poll(() => opened.offences.join("\n")).toContain("Content Security Policy");
  });

  it("draws a line for each worker, and each block by how it came about", async () => {
    await using opened = await open(eventfulDashboard());
    const { page } = opened;
    const lanes = page.locator(".lanes li");
    expect(await lanes.locator(".path").allTextContents()).toEqual([
      "worker 0",
      "worker 1",
      "worker 2",
      "worker 0, round 2",
    ]);
    const kinds = await lanes
      .locator("line:has(title)")
      .evaluateAll((lines) =>
        lines.map((line) => String((line as unknown as Drawn).getAttribute("class"))),
      );
    expect(kinds).toEqual([
      ...["own", "own"],
      ...["own", "stolen", "speculative"],
      "own",
      "recovered",
    ]);
    expect(await lanes.nth(1).locator("title").nth(1).textContent()).toBe(
      "block w0-b0, 4 tasks, stolen: 41.0 s to 1 min 10 s",
    );
    expect(await lanes.nth(2).locator(".lost").textContent()).toBe("lost");
  });

  it("puts bars where the time was", async () => {
    await using opened = await open(eventfulDashboard());
    const bars = opened.page.locator(".lanes li:nth-child(2) line:has(title)");
    const places = await bars.evaluateAll((lines) =>
      lines.map((line) =>
        ["x1", "x2"].map((name) => Number((line as unknown as Drawn).getAttribute(name))),
      ),
    );
    // All of it lasts 141 s and is drawn 1000 wide; between blocks there is a gap to be seen.
    const expected = [
      [0, 40],
      [41, 70],
      [71, 88],
    ];
    for (const [index, [from = 0, to = 0]] of expected.entries()) {
      expect(Math.abs((places[index]?.[0] ?? -9) - (from / 141) * 1000)).toBeLessThan(0.1);
      expect(Math.abs((places[index]?.[1] ?? -9) - (to / 141) * 1000)).toBeLessThan(1);
    }
  });

  it("sorts a table by numbers and by words, with the keyboard alone", async () => {
    await using opened = await open(eventfulDashboard());
    const { page } = opened;
    const table = page.getByRole("region", { name: "Table: Longest tasks" });
    const firstTask = () => table.locator("tbody th").first().textContent();
    expect(await firstTask()).toBe("test/11.test.ts");
    await table.getByRole("button", { name: "Time" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(firstTask).toBe("test/0.test.ts");
    expect(await table.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
    await table.getByRole("button", { name: "Task" }).click();
    await table.getByRole("button", { name: "Task" }).click();
    await expect.poll(firstTask).toBe("test/11.test.ts");
    expect(await table.locator("th[aria-sort]").count()).toBe(1);
  });

  it("filters a table, and says how much is left", async () => {
    await using opened = await open(eventfulDashboard());
    const { page } = opened;
    await page.getByLabel("Filter: Longest tasks").fill("TEST/1");
    const rows = page
      .getByRole("region", { name: "Table: Longest tasks" })
      .locator("tbody tr:visible");
    await expect.poll(() => rows.count()).toBe(3);
    expect(await page.getByText("3 of 12 shown").isVisible()).toBe(true);
  });

  it("is whole without its script, and prints with everything open", async () => {
    await using opened = await open(eventfulDashboard(), { javaScriptEnabled: false });
    const { page } = opened;
    expect(await page.locator("tbody tr:visible").count()).toBeGreaterThan(25);
    expect(await page.locator(".find:visible").count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    const folded = await page.locator("details:not([open]) td").first().boundingBox();
    expect(folded?.height ?? 0).toBeGreaterThan(5);
  });

  it("fits a narrow screen without scrolling sideways", async () => {
    for (const dashboard of [eventfulDashboard(), hostileDashboard()]) {
      await using opened = await open(dashboard, { viewport: narrow });
      const width = await opened.page.locator("html").evaluate((root) => root.scrollWidth);
      expect(width).toBeLessThanOrEqual(narrow.width);
    }
  });

  it("stays small and quick with 100,000 tasks on 256 workers", async () => {
    const dashboard = hugeDashboard(256, 100_000, 400);
    const begun = performance.now();
    const bytes = Buffer.byteLength(renderPage(dashboard));
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(bytes).toBeLessThan(4_000_000);
    await using opened = await open(dashboard);
    const { page } = opened;
    await page.getByLabel("Filter: Missing tasks").fill("50999");
    await expect
      .poll(() => page.getByText("1 of 1000 shown").count(), { timeout: 120_000 })
      .toBe(1);
    expect(await page.getByText("49,000 more tasks in report.json.").count()).toBe(1);
    expect(opened.offences).toEqual([]);
  });
});

interface Drawn {
  getAttribute(name: string): string | null;
}
