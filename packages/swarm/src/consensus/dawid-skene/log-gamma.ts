const halfLogTau = 0.5 * Math.log(2 * Math.PI);

/** The logarithm of Γ(x) for x > 0, by Stirling's series above 8, to about ten digits. */
export function logGamma(x: number): number {
  let at = x;
  let below = 1;
  for (; at < 8; at += 1) below *= at;
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse / 1260)) / at;
  return (at - 0.5) * Math.log(at) - at + halfLogTau + series - Math.log(below);
}
