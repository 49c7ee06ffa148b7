/** `45 s`, `3 min 20 s`, `2 h 5 min`: as much as people want to know. */
export function showSeconds(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return join(Math.floor(whole / 60), "min", whole % 60, "s");
  const minutes = Math.round(seconds / 60);
  return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
}

function join(large: number, of: string, small: number, ofSmall: string): string {
  return small === 0 ? `${large} ${of}` : `${large} ${of} ${small} ${ofSmall}`;
}

/** `$0.042`, `$1.20`. */
export function showDollars(dollars: number): string {
  return `$${dollars.toFixed(dollars < 0.1 && dollars > 0 ? 3 : 2)}`;
}

export function showCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
