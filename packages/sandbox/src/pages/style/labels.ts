import type { Label } from "../../state/model.ts";

/** Labels in their own colours, with the ink that reads best on each. */
export function labelStyles(labels: readonly Label[]): string {
  return labels
    .filter(({ color }) => /^[\da-f]{6}$/i.test(color))
    .map(({ id, color }) => `.label-${id} { background: #${color}; color: ${inkOn(color)}; }\n`)
    .join("");
}

function inkOn(color: string): string {
  const channels = [0, 2, 4].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  );
  const [red = 0, green = 0, blue = 0] = channels;
  // Where black and white have the same contrast.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? "#000000" : "#ffffff";
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
