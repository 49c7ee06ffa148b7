/**
 * What each task of a block lasted, given what is known of some of them. All of it adds up to the run:
 * what nothing is known of, such as the start of a test runner, is borne by all alike.
 * @param known seconds by position; null: not known. Where tasks ran beside each other they add up to
 * more than the run lasted, and are scaled down.
 */
export function shareSeconds(total: number, known: readonly (number | null)[]): readonly number[] {
  if (known.length === 0) return [];
  const told = known.map((one) => one ?? 0);
  const sum = told.reduce((all, one) => all + one, 0);
  if (sum >= total) return told.map((one) => (one * total) / (sum || 1));
  // Those of which nothing is known share the rest; where all are known, everybody does.
  const unknown = known.filter((one) => one === null).length;
  const rest = (total - sum) / (unknown || known.length);
  return known.map((one) => (one === null ? rest : one + (unknown === 0 ? rest : 0)));
}
