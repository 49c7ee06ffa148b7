/** Columns under each other: the first to the left, figures to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  return rows
    .map(([name = "", ...figures]) =>
      [
        name.padEnd(widths[0] ?? 0),
        ...figures.map((figure, at) => figure.padStart(widths[at + 1] ?? 0)),
      ]
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
