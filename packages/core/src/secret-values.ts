/** Names of variables that hold a secret, by what people call such variables. */
const secretName =
  /token|secret|passw|passphrase|credential|cookie|api_?key|(?:^|_)(?:key|pass|auth|pat)(?:_|$)/i;

/** Pairs of `name=value` with commas between them, of which each value is a secret. */
const headersName = /^OTEL_EXPORTER_OTLP_(?:\w+_)?HEADERS$/i;

/** Shorter values, and those that are paths, are words of the output rather than secrets. */
const shortest = 8;

/** What of these variables must not be shown: values that by the name of their variable are secret. */
export function secretValues(
  variables: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const values = Object.entries(variables).flatMap(([name, value = ""]) => {
    if (headersName.test(name)) return headerValues(value);
    return secretName.test(name) ? [value] : [];
  });
  return values.filter((value) => value.length >= shortest && !value.startsWith("/"));
}

function headerValues(text: string): readonly string[] {
  const values = text.split(",").map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
  return [text, ...values, ...values.map(decode)];
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
