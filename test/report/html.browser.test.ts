import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ReviewReport, render } from "@swarm-actions/report";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "../support/accessibility.ts";
import { launchBrowser, mustSkipBrowser } from "../support/browser.ts";
import { hostileReport, hugeReport } from "../support/extreme-reports.ts";
import { reportOf } from "../support/report.ts";
import { sampleReport } from "../support/sample-report.ts";

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 800 };

describe.skipIf(mustSkipBrowser("the HTML report in a real browser"))("the HTML report", () => {
  const folder = mkdtempSync(join(tmpdir(), "swarm-report-"));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page, and everything it tried that a report must not try. */
  async function open(report: ReviewReport, options: BrowserContextOptions = {}) {
    const file = join(folder, "report.html");
    const look = { color: false, width: 100 };
    writeFileSync(file, await render(report, "html", look));
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
      await using opened = await open(sampleReport(), { colorScheme, viewport });
      await opened.page.getByRole("button", { name: "Open all details" }).click();
      expect(await violations(opened.page)).toEqual([]);
    });
  });

  it.each([
    ["a review without findings", reportOf()],
    ["hostile text", hostileReport()],
  ])("asks for nothing, complains of nothing, is accessible: %s", async (_name, report) => {
    await using opened = await open(report);
    expect(opened.offences).toEqual([]);
    expect(await violations(opened.page)).toEqual([]);
  });

  it("lets no hostile text run, make an element, or hide", async () => {
    await using opened = await open(hostileReport());
    const { page } = opened;
    await page.getByRole("button", { name: "Open all details" }).click();
    for (const target of await page.locator("summary, a, input, button, [title]").all()) {
      await target.hover({ timeout: 500 }).catch(() => undefined);
      await target.focus({ timeout: 500 }).catch(() => undefined);
    }
    await page.waitForTimeout(200);
    expect(opened.offences).toEqual([]);
    expect(await page.locator("img, iframe, body svg[onload], [onerror], [onfocus]").count()).toBe(
      0,
    );
    expect(await page.locator("script").count()).toBe(1);
    expect(await page.locator("a:not([href^='#'])").count()).toBe(0);
    const text = await page.locator("main").textContent();
    expect(text).toContain("<script>alert('ran')</script>");
    expect(text).toContain("\\u{202E}desrever");
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it("would catch a script that its policy did not stop", async () => {
    await using opened = await open(sampleReport());
    await opened.page.evaluate(() => {
      const image = (
        globalThis as unknown as { document: { createElement(name: string): { src: string } } }
      ).document.createElement("img");
      image.src = "https://evil.example/pixel.png";
    });
    await expect.poll(() => opened.offences.join("\n")).toContain("Content Security Policy");
  });

  it("fits a narrow screen without scrolling sideways", async () => {
    for (const report of [sampleReport(), hostileReport()]) {
      await using opened = await open(report, { viewport: narrow });
      const width = await opened.page.locator("html").evaluate((root) => root.scrollWidth);
      expect(width).toBeLessThanOrEqual(narrow.width);
    }
  });

  it("is filtered by severity with the keyboard alone, and says how many are left", async () => {
    await using opened = await open(sampleReport());
    const { page } = opened;
    await page.getByRole("checkbox", { name: /critical/ }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect.poll(() => page.getByRole("status").textContent()).toBe("6 of 10 findings shown");
    expect(await page.locator("article.high:visible").count()).toBe(0);
    expect(
      await page
        .getByText("src/orders/search.ts", { exact: false })
        .locator("visible=true")
        .count(),
    ).toBeGreaterThan(0);
  });

  it("is filtered by agent and by file, and shows all again", async () => {
    await using opened = await open(sampleReport());
    const { page } = opened;
    const visible = () => page.locator("article:visible").count();
    await page.getByLabel("Said by").selectOption({ label: "migrations" });
    await expect.poll(visible).toBe(2);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.getByLabel("File").fill("WORKER");
    await expect.poll(visible).toBe(4);
    await page.getByLabel("File").fill("no such file");
    await expect.poll(visible).toBe(0);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(visible).toBe(10);
  });

  it("is whole without its script", async () => {
    await using opened = await open(sampleReport(), { javaScriptEnabled: false });
    expect(await opened.page.locator("article:visible").count()).toBe(10);
    expect(await opened.page.locator("form:visible").count()).toBe(0);
    await opened.page.locator("summary").first().click();
    expect(await opened.page.locator("details[open] dd").first().isVisible()).toBe(true);
  });

  it("says who agreed and who did not in words, and in headings that nest", async () => {
    await using opened = await open(sampleReport());
    const { page } = opened;
    const token = page.getByRole("article", { name: "Token in source" });
    expect(await token.getByRole("list", { name: "Votes" }).textContent()).toMatch(
      /correctness said so[\s\S]*eslint silent[\s\S]*semgrep no vote/,
    );
    for (const name of ["Findings", "Disputed", "Coverage", "Agents", "Cost"]) {
      expect(await page.getByRole("heading", { level: 2, name, exact: true }).count()).toBe(1);
    }
    await page.locator("body").press("Tab");
    expect(
      await page.evaluate(() =>
        String(
          (globalThis as unknown as { document: { activeElement: { textContent: string } } })
            .document.activeElement.textContent,
        ),
      ),
    ).toBe("Skip to the findings");
  });

  it("prints with everything open", async () => {
    await using opened = await open(sampleReport(), { javaScriptEnabled: false });
    await opened.page.emulateMedia({ media: "print" });
    const folded = opened.page.locator("details:not([open]) dd").first();
    const box = await folded.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThan(5);
    expect(await opened.page.locator("nav:visible").count()).toBe(0);
  });

  it("still works with 5,000 findings in 3,000 files", async () => {
    await using opened = await open(hugeReport());
    const { page } = opened;
    await page.getByLabel("File").fill("module-2999.ts");
    await expect
      .poll(() => page.getByRole("status").textContent(), { timeout: 120_000 })
      .toBe("1 of 5000 findings shown");
    expect(opened.offences).toEqual([]);
  });
});
