/** Columns under each other: the first to the left, the others, mostly figures, to the right. */
export function table(
  rows: readonly (readonly string[])[],
  others: "left" | "right" = "right",
): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  return rows
    .map(([name = "", ...figures]) =>
      [
        name.padEnd(widths[0] ?? 0),
        ...figures.map((figure, at) => {
          const width = widths[at + 1] ?? 0;
          return others === "right" ? figure.padStart(width) : figure.padEnd(width);
        }),
      ]
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
