import type { WantedPlace } from "../../operations/find-place.ts";
import type { DiffSide } from "../../state/model.ts";
import { unprocessable } from "../fault.ts";
import { type Arguments, numberOf, textOf } from "../fields.ts";

/** Where a new thread should stand. @throws GraphqlFault when the input does not say */
export function wantedPlace(input: Arguments): WantedPlace {
  const path = textOf(input, "path");
  if (path === null) throw unprocessable("Path can't be blank");
  if (input.subjectType === "FILE") return { subjectType: "FILE", path };
  const line = numberOf(input, "line");
  if (line === null) throw unprocessable("Line can't be blank");
  return {
    subjectType: "LINE",
    path,
    line,
    side: sideOf(input, "side") ?? "RIGHT",
    startLine: numberOf(input, "startLine"),
    startSide: sideOf(input, "startSide"),
  };
}

function sideOf(input: Arguments, name: string): DiffSide | null {
  const side = input[name];
  return side === "LEFT" || side === "RIGHT" ? side : null;
}
