import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { top } from "./top.ts";

// Documents that lie are worse than none: every path in ARCHITECTURE's map must exist, every room
// must be in it, every relative link in a document must lead somewhere, and code that a document shows
// under a file's name must be that file.

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: top,
  encoding: "utf8",
  maxBuffer: 1 << 26,
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(top, file)));
const documents = files.filter(
  (file) => file.endsWith(".md") && !file.startsWith("test/fixtures/"),
);
/** Too much for one line of the map. */
const large = ["packages/agents/src", "packages/sandbox/src"];
const map = readMap();
const problems = [
  ...findGhosts(),
  ...findUnmapped(),
  ...documents.flatMap(findDeadLinks),
  ...documents.flatMap(findStaleCode),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`documents: ${map.length} rooms in the map, ${documents.length} documents`);

/** The paths of the block that begins with "```map": the first word of each line. */
function readMap(): string[] {
  const text = read("ARCHITECTURE.md");
  const block = /^```map\n([\s\S]*?)^```/m.exec(text)?.[1];
  if (block === undefined) throw new Error("ARCHITECTURE.md has no ```map block");
  return block
    .split("\n")
    .map((line) => line.trim().split(/\s/)[0] ?? "")
    .filter(Boolean);
}

function findGhosts(): string[] {
  const ghosts = map.filter((path) => !existsSync(join(top, path)));
  const twins = map.filter((path, at) => map.indexOf(path) !== at);
  return [
    ...ghosts.map((path) => `ARCHITECTURE.md: the map names ${path}, which is not there`),
    ...twins.map((path) => `ARCHITECTURE.md: the map names ${path} twice`),
  ];
}

/** Rooms: the folders at the top, in `packages`, `actions`, `scripts` and `test`, and those of large packages. */
function findUnmapped(): string[] {
  const rooms = new Set(
    files.flatMap((file) => {
      const parts = dirname(file).split("/");
      const depth = large.some((folder) => file.startsWith(`${folder}/`)) ? 4 : 2;
      return Array.from({ length: Math.min(depth, parts.length) }, (_, at) =>
        parts.slice(0, at + 1).join("/"),
      );
    }),
  );
  const passages = new Set([".", ...large, ...map]);
  return [...rooms]
    .filter((room) => !passages.has(room))
    .map((room) => `ARCHITECTURE.md: the map lacks ${room}`);
}

function findDeadLinks(document: string): string[] {
  const text = read(document).replace(/^```[\s\S]*?^```/gm, "");
  return [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
    .map((match) => match[1] ?? "")
    .filter((link) => !leadsSomewhere(document, link))
    .map((link) => `${document}: the link to ${link} leads nowhere`);
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = "", heading] = link.split("#");
  const target = path === "" ? document : join(dirname(document), path);
  // A release holds an action's README and nothing of what lies around its folder here.
  if (document.startsWith("actions/") && !target.startsWith(dirname(document))) return false;
  if (!existsSync(join(top, target))) return false;
  return heading === undefined || headingsOf(target).includes(heading);
}

/** As GitHub names them in addresses. */
function headingsOf(document: string): readonly string[] {
  return [...read(document).matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

/** Blocks that begin with "```LANGUAGE PATH". */
function findStaleCode(document: string): string[] {
  return [...read(document).matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```/gm)]
    .filter(([, path = "", code]) => !files.includes(path) || read(path) !== code)
    .map(([, path]) => `${document}: the code shown is not that of ${path}`);
}

function read(file: string): string {
  return readFileSync(join(top, file), "utf8");
}
