import type { SeedInput } from "./schema.ts";

const money = `/** Cents as people write them: 1250 is "12.50". */
export function formatCents(cents) {
  return (cents / 100).toFixed(2);
}
`;

const cart = `export function total(items) {
  return items.reduce((sum, item) => sum + item.price, 0);
}
`;

const discounted = `export function total(items, discount = 0) {
  const sum = items.reduce((sum, item) => sum + item.price * item.count, 0);
  return sum - discount;
}

export function parseDiscount(text) {
  return eval(text);
}
`;

/** A small organization with one repository and one pull request, for whoever brings no seed. */
export const defaultSeed: SeedInput = {
  users: [
    { login: "ada", name: "Ada" },
    { login: "linus", name: "Linus" },
    { login: "visitor", name: "A visitor" },
  ],
  organizations: [{ login: "acme", name: "Acme" }],
  repositories: [
    {
      owner: "acme",
      name: "shop",
      description: "A shop to try things on",
      collaborators: { ada: "maintain", linus: "write" },
      labels: [
        { name: "bug", color: "d73a4a", description: "Something does not work" },
        { name: "enhancement", color: "a2eeef", description: "Something new" },
      ],
      branches: [
        {
          name: "main",
          commits: [
            {
              message: "Begin the shop",
              author: "ada",
              files: { "README.md": "# Shop\n", "src/money.js": money, "src/cart.js": cart },
            },
          ],
        },
        {
          name: "discounts",
          commits: [
            { message: "Take discounts", author: "linus", files: { "src/cart.js": discounted } },
          ],
        },
      ],
      "pull-requests": [
        {
          title: "Take discounts",
          body: "Counts items, and takes a discount off the sum.",
          author: "linus",
          head: "discounts",
        },
      ],
      issues: [{ title: "Prices are off by a cent", author: "visitor", labels: ["bug"] }],
    },
  ],
  tokens: [
    { kind: "user", login: "ada" },
    { kind: "user", login: "visitor" },
    {
      kind: "job",
      repository: "acme/shop",
      permissions: {
        contents: "read",
        pull_requests: "write",
        issues: "write",
        checks: "write",
        statuses: "write",
        actions: "read",
      },
    },
  ],
};
