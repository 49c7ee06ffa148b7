// Writes docs/report.png, the picture of an HTML report: `node scripts/picture.ts REPORT.html`.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchBrowser } from "../test/support/browser.ts";

const target = fileURLToPath(new URL("../docs/report.png", import.meta.url));
const largest = 400_000;

async function takePicture(report: string): Promise<void> {
  await using browser = await launchBrowser();
  const viewport = { width: 1280, height: 900 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 1.5, colorScheme: "light" });
  await page.goto(pathToFileURL(resolve(report)).href, { timeout: 30_000 });
  await page.screenshot({ path: target });
}

const [report] = process.argv.slice(2);
if (report === undefined) {
  console.error("Usage: node scripts/picture.ts REPORT.html");
  process.exitCode = 2;
} else {
  await takePicture(report);
  const { size } = statSync(target);
  console.log(`docs/report.png: ${Math.round(size / 1000)} kB`);
  if (size > largest) {
    console.error(`The picture is larger than ${largest / 1000} kB: show a shorter report.`);
    process.exitCode = 1;
  }
}
