import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Fault, Source } from "./source.ts";

/** The part of zizmor's JSON that is read here; rows are 0-based. */
interface Finding {
  readonly ident: string;
  readonly desc: string;
  readonly ignored: boolean;
  readonly locations: readonly {
    readonly symbolic: {
      readonly kind: string;
      readonly annotation: string;
      readonly key: { readonly Local?: { readonly given_path?: string; verbatim_path?: string } };
    };
    readonly concrete: { readonly location: { readonly start_point: { readonly row: number } } };
  }[];
}

/** zizmor on this machine, and how it is to look at this project. */
export interface Zizmor {
  readonly zizmor: string;
  readonly config: string;
}

/** Every finding of zizmor's strictest persona, templates as the workflows they become. */
export function askZizmor(sources: readonly Source[], zizmor: Zizmor): readonly Fault[] {
  const folder = mkdtempSync(join(tmpdir(), "swarm-zizmor-"));
  try {
    const places = new Map(sources.map((source) => [placeOf(source), source.path]));
    for (const source of sources) put(join(folder, placeOf(source)), source.text);
    return findingsIn(folder, zizmor).map((finding) => faultOf(finding, places));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A template and a workflow may have the same name, so each kind has a folder of its own. */
function placeOf({ path, kind }: Source): string {
  return kind === "action" ? path : join(kind, ".github/workflows", path.split("/").at(-1) ?? path);
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function findingsIn(folder: string, { zizmor, config }: Zizmor): readonly Finding[] {
  const args = ["--offline", "--persona", "auditor", "--strict-collection", "--collect", "all"];
  const { status, stdout, stderr, error } = spawnSync(
    zizmor,
    [...args, "--config", config, "--format", "json", "--no-exit-codes", "."],
    { cwd: folder, encoding: "utf8", timeout: 120_000, maxBuffer: 1 << 28 },
  );
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`zizmor ended with ${status}:\n${stderr}`);
  const findings: readonly Finding[] = JSON.parse(stdout);
  return findings.filter(({ ignored }) => !ignored);
}

function faultOf(finding: Finding, places: ReadonlyMap<string, string>): Fault {
  const location =
    finding.locations.find(({ symbolic }) => symbolic.kind === "Primary") ?? finding.locations[0];
  const local = location?.symbolic.key.Local;
  const place = (local?.verbatim_path ?? local?.given_path ?? "").replace(/^\.\//, "");
  return {
    path: places.get(place) ?? place,
    line: (location?.concrete.location.start_point.row ?? 0) + 1,
    rule: `zizmor/${finding.ident}`,
    message: `${finding.desc}: ${location?.symbolic.annotation ?? ""}`,
  };
}
