import TinyQueue from "tinyqueue";

interface Event {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** What happens, in the order of its time; what is set for one time happens in the order it was set. */
export class Timeline {
  readonly #events = new TinyQueue<Event>([], (a, b) => a.at - b.at || a.order - b.order);
  #order = 0;
  /** Seconds. */
  now = 0;

  at(time: number, happen: () => void): void {
    this.#events.push({ at: Math.max(time, this.now), order: this.#order++, happen });
  }

  after(seconds: number, happen: () => void): void {
    this.at(this.now + seconds, happen);
  }

  run(): void {
    for (let event = this.#events.pop(); event !== undefined; event = this.#events.pop()) {
      this.now = event.at;
      event.happen();
    }
  }
}
