import type { Change } from "@swarm-actions/review";
import { changeOf } from "./change.ts";

/** A change of seven files with real faults: the one the sample report is about. */
export function sampleChange(): Change {
  made ??= changeOf(before, after, {
    title: "Refund orders in the background",
    description: "Moves refunds to a worker and keeps the customer informed.",
    baseSha: "4f1c2a9d3b7e6058f1a2c3d4e5f60718293a4b5c",
    headSha: "9b8d7c6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c",
  });
  return made;
}

/** Made once: it takes git a while. */
let made: Change | undefined;

const numbered = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n + 1)).join("\n");

const before = {
  "src/refunds/worker.ts": `import type { Order } from "../orders/order.ts";

export async function refund(order: Order): Promise<void> {
  throw new Error("refunds are made by hand");
}
`,
  "src/orders/search.ts": `import { db } from "../db.ts";

export function ordersOf(customer: string) {
  return db.query("select * from orders where customer = ?", [customer]);
}
`,
  "src/orders/totals.ts": `${numbered(30, (n) => `export const rate${n} = ${n};`)}
`,
  "migrations/007_refunds.sql": "-- refunds\n",
  ".github/workflows/deploy.yml": `name: deploy
on:
  push:
    branches: [main]
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: ./deploy.sh
`,
  "docs/refunds.md": "# Refunds\n\nRefunds are made by hand.\n",
  "assets/refund.png": new Uint8Array([137, 80, 78, 71, 0, 1, 2, 3]),
};

const after = {
  "src/refunds/worker.ts": `import type { Order } from "../orders/order.ts";
import { bank } from "../bank.ts";
import { queue } from "../queue.ts";

const token = "${"bank_live_"}${"8f3k2m9q7x"}";

export async function refund(order: Order): Promise<void> {
  const sent = await bank.pay(order.iban, order.total, token);
  if (sent.ok) order.refunded = true;
  queue.push({ kind: "refunded", order: order.id });
}

export async function refundAll(orders: Order[]): Promise<void> {
  orders.forEach(async (order) => {
    await refund(order);
  });
  console.log("done", orders.length);
}
`,
  "src/orders/search.ts": `import { db } from "../db.ts";

export function ordersOf(customer: string, status: string) {
  return db.query(
    \`select * from orders where customer = ? and status = '\${status}'\`,
    [customer],
  );
}
`,
  "src/orders/totals.ts": `${numbered(30, (n) =>
    n === 4 || n === 26 ? `export const rate${n} = ${n} / 100;` : `export const rate${n} = ${n};`,
  )}
`,
  "migrations/007_refunds.sql": `-- refunds
alter table orders add column refunded boolean not null;
create index orders_refunded on orders (refunded);
`,
  ".github/workflows/deploy.yml": `name: deploy
on:
  push:
    branches: [main]
  issue_comment:
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: echo "\${{ github.event.comment.body }}" >> notes.txt
      - run: ./deploy.sh
`,
  "docs/refunds.md": "# Refunds\n\nRefunds are made by a worker, every hour.\n",
  "assets/refund.png": new Uint8Array([137, 80, 78, 71, 0, 3, 2, 1]),
};
