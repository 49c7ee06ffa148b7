import { type BuiltInAgent, defineBuiltIn } from "../define.ts";
import { readerOf } from "./readers/all.ts";
import { downgrade } from "./rules/downgrade.ts";
import { installScript } from "./rules/install-script.ts";
import { integrityChanged } from "./rules/integrity-changed.ts";
import { lockfileWithoutManifest } from "./rules/lockfile-without-manifest.ts";
import { manifestWithoutLockfile } from "./rules/manifest-without-lockfile.ts";
import { newHost } from "./rules/new-host.ts";
import { unreadable } from "./rules/unreadable.ts";
import { unregisteredSource } from "./rules/unregistered-source.ts";

/** Reviews manifests and lockfiles: whether they agree, and where packages come from. */
export const dependencies: BuiltInAgent = defineBuiltIn({
  name: "dependencies",
  covers: ({ diff }) => readerOf(diff.path) !== null,
  rules: [
    downgrade,
    installScript,
    integrityChanged,
    lockfileWithoutManifest,
    manifestWithoutLockfile,
    newHost,
    unreadable,
    unregisteredSource,
  ],
});
