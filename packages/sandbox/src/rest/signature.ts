import { z } from "zod";
import type { Call } from "../kernel/endpoint.ts";
import { Refusal } from "../kernel/refusal.ts";
import { signedBy } from "../operations/git/commit-as.ts";

/** Who signs a commit, as bodies name them. */
export const signatureSchema = z.object({
  name: z.string(),
  email: z.string(),
  date: z.string().optional(),
});

type NamedSignature = z.infer<typeof signatureSchema>;

/** Git's variables for who signs: who is named, else who calls. */
export function signatureOf(
  call: Call,
  named: {
    readonly author?: NamedSignature | undefined;
    readonly committer?: NamedSignature | undefined;
  },
): Readonly<Record<string, string>> {
  const committer = named.committer ?? named.author;
  const author = named.author ?? named.committer;
  return {
    ...signedBy(call.world, call.token().actor),
    ...variablesOf("AUTHOR", author),
    ...variablesOf("COMMITTER", committer),
  };
}

function variablesOf(role: string, signature: NamedSignature | undefined): Record<string, string> {
  if (signature === undefined) return {};
  const { name, email, date } = signature;
  const when = date === undefined ? {} : { [`GIT_${role}_DATE`]: dateOf(date) };
  return { [`GIT_${role}_NAME`]: name, [`GIT_${role}_EMAIL`]: email, ...when };
}

function dateOf(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new Refusal(422, `Invalid request.\n\n${text} is not a date.`);
  return `${Math.floor(time / 1_000)} +0000`;
}
