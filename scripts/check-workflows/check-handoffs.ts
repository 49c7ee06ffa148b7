import { faultAt, type Outline, outlineOf, textOf, valueAt } from "./outline.ts";
import type { Fault, Source } from "./source.ts";

/** A `workflow_run` waits for workflows by name: each must be there, beside it. */
export function checkHandoffs(sources: readonly Source[]): readonly Fault[] {
  const outlines = sources.filter(({ kind }) => kind !== "action").map(outlineOf);
  return outlines.flatMap((outline) => {
    const names = outlines
      .filter(({ source }) => source.kind === outline.source.kind)
      .map(({ entries }) => textOf(valueAt(entries, "name")));
    return awaitedBy(outline)
      .filter(({ name }) => !names.includes(name))
      .map(({ name, line }) =>
        faultAt(outline, line, "handoffs", `no workflow beside this one is named "${name}"`),
      );
  });
}

function awaitedBy(outline: Outline) {
  return outline.triggers
    .filter(({ name }) => name === "workflow_run")
    .flatMap(({ value }) => outline.entriesOf(valueAt(outline.entriesOf(value), "workflows")));
}
