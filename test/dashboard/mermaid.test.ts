import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { renderSummary } from "@swarm-actions/dashboard";
import type { SwarmReport } from "@swarm-actions/swarm";
import mermaid from "mermaid";
import { describe, expect, it } from "vitest";
import { launchBrowser, mustSkipBrowser } from "../support/browser.ts";
import {
  eventfulDashboard,
  hostileDashboard,
  hugeDashboard,
  swarmReportOf,
} from "../support/swarm-report.ts";

/** GitHub draws no diagram of more characters. */
const longest = 50_000;

const swarms: readonly (readonly [string, SwarmReport])[] = [
  ["an ordinary swarm", swarmReportOf()],
  ["one in which something of everything happened", eventfulDashboard().report],
  ["256 workers with 400 blocks each", hugeDashboard(256, 100, 400).report],
  ["hostile words and broken clocks", hostileDashboard().report],
];

function diagramOf(report: SwarmReport): string {
  return renderSummary(report).match(/^```mermaid\n(.*?)^```$/ms)?.[1] ?? "";
}

describe("the diagram of the job summary", () => {
  it.each(swarms)("is what mermaid takes: %s", async (_name, report) => {
    const diagram = diagramOf(report);
    expect(diagram.length).toBeLessThan(longest);
    await expect(mermaid.parse(diagram)).resolves.toMatchObject({ diagramType: "gantt" });
  });

  it("would be refused if it were broken", async () => {
    const broken = diagramOf(swarmReportOf()).replace(/^ {2}section.*$/m, "  section a: b\n  c");
    await expect(mermaid.parse(broken)).rejects.toThrow(/Parse error/);
  });
});

describe.skipIf(mustSkipBrowser("mermaid's drawings"))("the drawing", () => {
  it("has a bar for every block, and a line for every worker", async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const program = createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js");
      await page.addScriptTag({ content: readFileSync(program, "utf8") });
      for (const [name, report] of swarms) {
        const drawn = await page.evaluate(draw, diagramOf(report));
        expect(drawn.bars, name).toBe(
          diagramOf(report)
            .split("\n")
            .filter((line) => /^ {2}\S+ :/.test(line)).length,
        );
        expect(drawn.height, name).toBeLessThan(1500);
      }
    } finally {
      await browser.close();
    }
  });
});

/** Runs in the page. */
async function draw(diagram: string): Promise<{ bars: number; height: number }> {
  const { mermaid, DOMParser } = globalThis as unknown as {
    mermaid: { render(id: string, text: string): Promise<{ svg: string }> };
    DOMParser: new () => { parseFromString(text: string, type: string): DrawnDocument };
  };
  const { svg } = await mermaid.render("diagram", diagram);
  const drawing = new DOMParser().parseFromString(svg, "text/html");
  const box = drawing.querySelector("svg")?.getAttribute("viewBox") ?? "";
  return {
    bars: drawing.querySelectorAll("rect.task").length,
    height: Number(box.split(" ")[3]),
  };
}

interface DrawnDocument {
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
  querySelectorAll(selector: string): { readonly length: number };
}
