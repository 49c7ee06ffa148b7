import { duration } from "@swarm-actions/display";

/** `640 ms`, `4.1 s`, `2 min 5 s`, `1 h 4 min`; `unknown` for null. */
export function lasting(seconds: number | null): string {
  if (seconds === null) return "unknown";
  if (seconds < 3600) return duration(Math.max(0, seconds) * 1000);
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60).toLocaleString("en-US")} h ${minutes % 60} min`;
}

/** `1.09`, or `unknown`. */
export function ratio(value: number | null): string {
  return value === null ? "unknown" : value.toFixed(2);
}

/** `4.2 %`, or `unknown`. */
export function share(value: number | null): string {
  return value === null ? "unknown" : `${(value * 100).toFixed(1)} %`;
}

/** `12`, `5.3`, `1,200`. */
export function amount(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
