import type { Fault, FaultEffect } from "./fault.ts";

interface Armed {
  readonly fault: Fault;
  /** Requests that matched so far. */
  seen: number;
  struck: number;
}

/** The faults that were asked for and have not all struck yet. */
export class FaultList {
  #armed: Armed[] = [];

  add(fault: Fault): void {
    this.#armed.push({ fault, seen: 0, struck: 0 });
  }

  clear(): void {
    this.#armed = [];
  }

  /** What befalls this request: the first fault that is due. All that match count it. */
  strike(method: string, url: string): FaultEffect | null {
    const matching = this.#armed.filter(({ fault }) => matches(fault, method, url));
    for (const one of matching) one.seen++;
    const due = matching.find(isDue);
    if (due === undefined) return null;
    due.struck++;
    return due.fault.effect;
  }
}

function matches(fault: Fault, method: string, url: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  return fault.path === undefined || url.search(fault.path) >= 0;
}

function isDue({ fault, seen, struck }: Armed): boolean {
  return seen > (fault.skip ?? 0) && struck < (fault.times ?? 1);
}
