import type { ReviewInputs } from "./inputs.ts";

/** The one file of the artifact by which a result is handed over. */
export const handOverFile = "review.json";

/** A name is used up by the attempt that uploads it. */
export function artifactName(
  { artifact }: Pick<ReviewInputs, "artifact">,
  attempt: number,
): string {
  return `${artifact}-${attempt}`;
}
