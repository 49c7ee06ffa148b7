/** What can be told about the database a migration is for. */
export type Dialect = "postgres" | "mysql" | "sqlite" | "other" | "unknown";

const pathHints: readonly (readonly [Dialect, RegExp])[] = [
  ["mysql", /mysql|mariadb/],
  ["sqlite", /sqlite|libsql|turso|(?:^|\/)d1\//],
  [
    "other",
    /mssql|sqlserver|oracle|clickhouse|snowflake|bigquery|redshift|spanner|vertica|duckdb|firebird|cockroach|yugabyte/,
  ],
  ["postgres", /postgres|(?:^|[/._-])pg(?:sql)?(?:[/._-]|$)|supabase|timescale/],
];

const textHints: readonly (readonly [Dialect, RegExp])[] = [
  [
    "mysql",
    /\bENGINE\s*=\s*(?:InnoDB|MyISAM)|\bAUTO_INCREMENT\b|\bUNSIGNED\b|(?:TABLE|INTO|COLUMN)\s+`/i,
  ],
  ["sqlite", /\bAUTOINCREMENT\b|^[^\S\n]*PRAGMA\b/im],
  ["other", /\[dbo\]|\bNVARCHAR\b|\bVARCHAR2\b|\bMergeTree\b|^[^\S\n]*GO[^\S\n]*$/im],
  [
    "postgres",
    /\b(?:BIG|SMALL)?SERIAL\b|\bJSONB\b|\bTIMESTAMPTZ\b|\bCONCURRENTLY\b|\bplpgsql\b|::\s*[a-z]|\$\$|\bEXTENSION\b|\bNOT\s+VALID\b|\bpublic\s*\.|\bTIMESTAMP(?:\(\d\))?\s+WITH(?:OUT)?\s+TIME\s+ZONE\b|\bUSING\s+(?:gin|gist|btree)\b|\bTEXT\[\]|\bBYTEA\b|"public"/i,
  ],
];

/** Guesses the dialect by the path first, then by words that only one database knows. */
export function dialectOf(path: string, text: string): Dialect {
  const lower = path.toLowerCase();
  const byPath = pathHints.find(([, hint]) => hint.test(lower));
  if (byPath !== undefined) return byPath[0];
  return textHints.find(([, hint]) => hint.test(text))?.[0] ?? "unknown";
}
