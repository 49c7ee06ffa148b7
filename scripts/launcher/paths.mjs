import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const top = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const toolchainSource = join(top, "scripts/toolchain");
export const toolchainTarget = join(top, ".toolchain");
export const stamps = join(top, ".build");
