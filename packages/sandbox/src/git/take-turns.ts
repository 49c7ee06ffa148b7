const last = new WeakMap<object, Promise<unknown>>();

/** One at a time for each `key`, in the order of the calls. */
export function takeTurns<Value>(key: object, work: () => Promise<Value>): Promise<Value> {
  const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
  last.set(key, turn);
  return turn;
}
