/**
 * US dollars a minute of GitHub's hosted runners, as billed to private repositories; public ones pay
 * nothing for standard runners. Source: GitHub's documentation of the billing of Actions, November 2026.
 */
const prices = {
  linuxSlim: 0.002,
  linux: { 2: 0.006, 4: 0.012, 8: 0.022, 16: 0.042, 32: 0.082, 64: 0.162, 96: 0.252 },
  linuxArm: { 2: 0.005, 4: 0.008, 8: 0.014, 16: 0.026, 32: 0.05, 64: 0.098 },
  windows: { 2: 0.01, 4: 0.022, 8: 0.042, 16: 0.082, 32: 0.162, 64: 0.322, 96: 0.552 },
  windowsArm: { 2: 0.008, 4: 0.014, 8: 0.026, 16: 0.05, 32: 0.098, 64: 0.194 },
  macos: 0.062,
  macosLarge: 0.077,
  macosXlarge: 0.102,
  gpu: { linux: 0.052, windows: 0.102 },
} as const;

/**
 * The price of a runner by its label, such as `ubuntu-latest` or `windows-8-cores`. Larger runners are
 * named by their owners: a label that says system and number of cores is understood. Self-hosted ones
 * cost 0. Null: the label says too little; ask for the price.
 */
export function runnerPrice(label: string): number | null {
  const words = label
    .toLowerCase()
    .slice(0, 200)
    .split(/[^a-z0-9.]+/);
  if (label.toLowerCase().startsWith("self-hosted")) return 0;
  const system = systemOf(words);
  if (system === null) return null;
  if (system === "macos") return macosPrice(words);
  if (words.some((word) => word.startsWith("gpu"))) return prices.gpu[system];
  if (words.includes("slim")) return system === "linux" ? prices.linuxSlim : null;
  return priceByCores(tableOf(system, isArm(words)), coresOf(words));
}

type System = "linux" | "windows" | "macos";

function systemOf(words: readonly string[]): System | null {
  if (words.some((word) => word === "ubuntu" || word === "linux")) return "linux";
  if (words.includes("windows")) return "windows";
  return words.includes("macos") ? "macos" : null;
}

function macosPrice(words: readonly string[]): number {
  if (words.includes("xlarge")) return prices.macosXlarge;
  return words.includes("large") ? prices.macosLarge : prices.macos;
}

function isArm(words: readonly string[]): boolean {
  return words.some((word) => word === "arm" || word === "arm64" || word === "aarch64");
}

function tableOf(system: "linux" | "windows", arm: boolean): Readonly<Record<number, number>> {
  if (system === "linux") return arm ? prices.linuxArm : prices.linux;
  return arm ? prices.windowsArm : prices.windows;
}

/** `16-cores`, `16core` and `16c`; a label that says nothing of it is a standard runner. */
function coresOf(words: readonly string[]): number {
  const at = words.findIndex((word) => /^(\d{0,3}cores?|\d{1,3}(c|vcpu|cpu))$/.test(word));
  if (at === -1) return 2;
  const own = Number.parseInt(words[at] ?? "", 10);
  return Number.isNaN(own) ? Number.parseInt(words[at - 1] ?? "", 10) : own;
}

function priceByCores(table: Readonly<Record<number, number>>, cores: number): number | null {
  return table[cores] ?? null;
}
