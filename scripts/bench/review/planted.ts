import type { Picker } from "./picker.ts";

/**
 * Files with a secret each, by path. The values are put together when the benchmark runs, so that no
 * scanner finds one in this project's own sources.
 */
export function plantedSecrets(picker: Picker): ReadonlyMap<string, string> {
  const github = ["gh", "p_", picker.letters(36)].join("");
  const sendgrid = ["S", "G.", picker.letters(22), ".", picker.letters(43)].join("");
  const aws = picker.letters(40);
  return new Map([
    ["web/src/publish.ts", `const owner = "shop";\nexport const token = "${github}";\n`],
    ["jobs/mail.py", `# Sends the receipts.\nKEY = "${sendgrid}"\n`],
    ["deploy/upload.sh", `export REGION=north\nAWS_SECRET_ACCESS_${"KEY"}=${aws}\n`],
  ]);
}
