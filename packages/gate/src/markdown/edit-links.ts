import { isAllowedUrl } from "../allowed-url.ts";
import type { WriteCode } from "./code-span.ts";
import type { Edit } from "./edit.ts";
import type { Piece } from "./read-pieces.ts";

/** Where such an address ends is a matter of course; with brackets, `@` or `;` it is one of opinion. */
const plainAddress = /^[\w./?=&%#~+:-]+$/;

/** Shows the label of a link that may not be, and its destination as code. */
export function editLink(
  piece: Extract<Piece, { kind: "link" }>,
  hosts: readonly string[],
  writeCode: WriteCode,
): readonly Edit[] {
  const { start, end, labelEnd, destination } = piece;
  if (isAllowedUrl(destination, hosts)) return [];
  const code = writeCode(destination, piece.inTable);
  return [
    { start, end: start + 1, rule: "link", replacement: "" },
    { start: labelEnd, end, rule: "link", replacement: code === "" ? "" : ` (${code})` },
  ];
}

/** Shows a definition that may not be as text; what refers to it is text then too. */
export function editDefinition(
  { start, destination }: Extract<Piece, { kind: "definition" }>,
  hosts: readonly string[],
): readonly Edit[] {
  if (isAllowedUrl(destination, hosts)) return [];
  return [{ start, end: start, rule: "link", replacement: "\\" }];
}

/** Shows an address that may not be a link as code. */
export function editAddress(
  { start, end, address, inTable }: Extract<Piece, { kind: "address" }>,
  hosts: readonly string[],
  writeCode: WriteCode,
): readonly Edit[] {
  const url = /^www\./i.test(address) ? `http://${address}` : address;
  if (plainAddress.test(address) && isAllowedUrl(url, hosts)) return [];
  return [{ start, end, rule: "link", replacement: writeCode(address, inTable) }];
}

/** An image is fetched when it is looked at, which tells somebody; as a link it must be clicked. */
export function editImage({ start }: Piece): readonly Edit[] {
  return [{ start, end: start + 1, rule: "link", replacement: "&#33;" }];
}
