import { type BuiltInAgent, defineBuiltIn } from "../define.ts";
import { workflowKind } from "./kind.ts";
import { allSecrets } from "./rules/all-secrets.ts";
import { alwaysTrueCondition } from "./rules/always-true-condition.ts";
import { dangerousTrigger } from "./rules/dangerous-trigger.ts";
import { inheritedSecrets } from "./rules/inherited-secrets.ts";
import { invalid } from "./rules/invalid.ts";
import { missingPermissions } from "./rules/missing-permissions.ts";
import { scriptInjection } from "./rules/script-injection.ts";
import { selfHostedRunner } from "./rules/self-hosted-runner.ts";
import { unlabelledCommit } from "./rules/unlabelled-commit.ts";
import { unpinnedAction } from "./rules/unpinned-action.ts";
import { unpinnedImage } from "./rules/unpinned-image.ts";
import { unsecureCommands } from "./rules/unsecure-commands.ts";
import { untrustedCheckout } from "./rules/untrusted-checkout.ts";
import { widePermissions } from "./rules/wide-permissions.ts";

/** Reviews GitHub workflows and actions: whether they are valid, and what they let others do. */
export const workflows: BuiltInAgent = defineBuiltIn({
  name: "workflows",
  covers: ({ diff }) => workflowKind(diff.path) !== null && diff.change !== "deleted",
  rules: [
    allSecrets,
    alwaysTrueCondition,
    dangerousTrigger,
    inheritedSecrets,
    invalid,
    missingPermissions,
    scriptInjection,
    selfHostedRunner,
    unlabelledCommit,
    unpinnedAction,
    unpinnedImage,
    unsecureCommands,
    untrustedCheckout,
    widePermissions,
  ],
});
