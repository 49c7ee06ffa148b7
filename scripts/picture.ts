// Writes docs/report.png and docs/pull-request.png, pictures of the pages that `npm start` leaves.
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../test/support/browser.ts";
import { top } from "./top.ts";

interface Picture {
  /** Below `.build` as a page, below `docs` as a picture. */
  readonly name: string;
  /** In pixels of the page. */
  readonly size: { readonly width: number; readonly height: number };
  readonly scale: number;
  /** In bytes. */
  readonly largest: number;
}

const pictures: readonly Picture[] = [
  { name: "report", size: { width: 1280, height: 900 }, scale: 1.5, largest: 400_000 },
  { name: "pull-request", size: { width: 1080, height: 1165 }, scale: 1.25, largest: 250_000 },
];

await using browser = await launchBrowser();
for (const picture of pictures) await takePicture(browser, picture);

async function takePicture(open: Browser, { name, size, scale, largest }: Picture): Promise<void> {
  const look = { viewport: size, deviceScaleFactor: scale, colorScheme: "light" } as const;
  const page = await open.newPage(look);
  const file = join(top, ".build", `${name}.html`);
  await page.goto(pathToFileURL(file).href, { timeout: 30_000 });
  const picture = join(top, "docs", `${name}.png`);
  await page.screenshot({ path: picture });
  const bytes = statSync(picture).size;
  console.log(`docs/${name}.png: ${Math.round(bytes / 1000)} kB`);
  if (bytes <= largest) return;
  console.error(`That is more than ${largest / 1000} kB: show less of it.`);
  process.exitCode = 1;
}
