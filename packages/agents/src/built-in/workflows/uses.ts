/** What a `uses:` points at. */
export type UsesTarget =
  | { readonly kind: "local" }
  | { readonly kind: "image"; readonly image: string }
  | {
      readonly kind: "repository";
      readonly owner: string;
      /** `owner/repository`, with the path inside it. */
      readonly name: string;
      readonly ref: string;
    };

/** Null when it is an expression or malformed; the language service reports the latter. */
export function parseUses(text: string): UsesTarget | null {
  if (text.includes("${{")) return null;
  if (/^(\.{1,2}|\$)[\\/]/.test(text)) return { kind: "local" };
  if (text.startsWith("docker://")) return { kind: "image", image: text.slice(9) };
  const [name = "", ref = "", ...more] = text.split("@");
  const owner = name.split("/")[0] ?? "";
  if (owner === "" || owner === name || ref === "" || more.length > 0) return null;
  return { kind: "repository", owner, name, ref };
}

/** A full commit id (SHA-1 or SHA-256). */
export function isCommitId(ref: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref);
}

/** GitHub's own organisations: already trusted with the run itself. */
export function isGitHubs(owner: string): boolean {
  return /^(actions|github)$/i.test(owner);
}

/** A branch by its usual names: it moves with every push. */
export function isBranch(ref: string): boolean {
  return /^(main|master|develop|dev|trunk|head|latest)$/i.test(ref);
}
