const dummyWords =
  /example|sample|dummy|fake|placeholder|redacted|changeme|change-me|your[-_]?(api|token|key|secret|pass)|insert|xxxx|1234567|abcdefg|deadbeef|replace[-_]?me|foobar|not[-_]?(a[-_]?)?(real|secret)/i;

const dummyPasswords =
  /^(p(ass(w(or)?d|phrase|code)?|w|wd|asswort)\d{0,4}|secret\d{0,4}|token|hunter2|tiger|foo|bar|baz|qux|test(ing)?\d*|letmein|qwerty|admin|root|guest|user|bogus|credentials?|creds?|api[-_]?key|[a-z]{1,4}|\d{1,6})$/i;

const reservedHost =
  /(^|\.)(example(\.(com|org|net|edu|co|io))?|test|invalid|localhost|localdomain|foo\.com|bar\.com|host\.com|hostname\.com|domain\.com|server\.com|mysite\.com|website\.com|site\.com|proxy\.com)$/i;

const ownMachine = /^(127\.|0\.0\.0\.0|\[)/;

/** What a template or a format string puts in a password's place. */
const templateMark = /[<>{}[\]()`'"]|\*\*|%[sdv]/;

const urlWithPassword =
  /^[a-z][a-z0-9+.:-]{0,20}:\/\/([^:/\s@]{1,256}):([^@/\s]{1,256})@([^/?#\s"'`]{1,256})/i;

/** Whether a value that has the shape of a secret is plainly not one. */
export function isPlaceholder(rule: string, value: string): boolean {
  if (rule === "privatekey" || rule === "gcp") return false;
  if (rule === "basicauth" || rule === "database-connection-string") return isDummyUrl(value);
  return dummyWords.test(value) || isMonotonous(value);
}

function isDummyUrl(value: string): boolean {
  const [, user = "", password = "", address = ""] = urlWithPassword.exec(value) ?? [];
  if (user.toLowerCase() === password.toLowerCase()) return true;
  const host = address.replace(/:\d+$/, "").replace(/[.,;)\]}>]+$/, "");
  return (
    dummyPasswords.test(password) ||
    templateMark.test(password) ||
    dummyWords.test(password) ||
    dummyWords.test(host) ||
    isMonotonous(password) ||
    reservedHost.test(host) ||
    ownMachine.test(host) ||
    !host.includes(".")
  );
}

/** Real keys are drawn at random; `xxxxxxxx` or `00000000` in a key's shape is a stand-in. */
function isMonotonous(value: string): boolean {
  return /(.)\1{6,}/.test(value) || new Set(value).size <= Math.min(8, value.length / 3);
}
