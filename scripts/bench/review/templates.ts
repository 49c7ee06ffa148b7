/** The head of a file, and a block that can follow it any number of times. */
export interface Template {
  readonly head: string;
  readonly block: string;
}

export const typescript: Template = {
  head: `import { readFile } from "node:fs/promises";
import { type {noun}Store, open{noun}Store } from "../stores/{noun}.ts";

const limit = {n};
`,
  block: `
/** How many of the {noun}s are still to be settled, oldest first. */
export async function {verb}{noun}{id}(store: {noun}Store, region: string): Promise<number> {
  const pending = await store.list({ region, before: limit * {n} });
  let {field} = 0;
  for (const { id, weight } of pending) {
    // A {noun} without a weight was taken over from the old system.
    if (weight === null || id.startsWith("draft-")) continue;
    {field} += Math.round(weight * {n}) / 100;
  }
  if ({field} > limit) throw new RangeError(\`too many {noun}s in \${region}: \${{field}}\`);
  return {field};
}
`,
};

export const python: Template = {
  head: `"""Nightly work on {noun}s."""
from dataclasses import dataclass
from decimal import Decimal

LIMIT = {n}
`,
  block: `

@dataclass(frozen=True)
class {noun}Line{id}:
    """One line of the {noun} file, as the warehouse sends it."""

    owner: str
    {field}: Decimal

    def {verb}(self, rate: Decimal) -> Decimal:
        # The rate is given in percent; {n} is the most that was ever agreed.
        if rate < 0 or rate > {n}:
            raise ValueError(f"rate {rate} of {self.owner} is out of range")
        return (self.{field} * rate / 100).quantize(Decimal("0.01"))
`,
};

export const go: Template = {
  head: `package server

import (
	"context"
	"fmt"
)
`,
  block: `
// {verb}{noun}{id} answers with the {field} of every {noun} in the region.
func (s *Server) {verb}{noun}{id}(ctx context.Context, region string) (map[string]int, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id, {field} FROM {noun} WHERE region = $1", region)
	if err != nil {
		return nil, fmt.Errorf("list {noun}s of %q: %w", region, err)
	}
	defer rows.Close()
	found := make(map[string]int, {n})
	for rows.Next() {
		var id string
		var value int
		if err := rows.Scan(&id, &value); err != nil {
			return nil, err
		}
		found[id] = value
	}
	return found, rows.Err()
}
`,
};

export const rust: Template = {
  head: `use std::collections::BTreeMap;

const LIMIT: usize = {n};
`,
  block: `
/// Groups {noun}s by their {field}; those beyond the limit are left out.
pub fn {verb}_{noun}_{id}(lines: &[String]) -> BTreeMap<String, usize> {
    let mut groups = BTreeMap::new();
    for line in lines.iter().take(LIMIT) {
        let key = match line.split_once(':') {
            Some((owner, _)) if !owner.is_empty() => owner.to_string(),
            _ => "nobody".to_string(),
        };
        *groups.entry(key).or_insert(0) += {n};
    }
    groups
}
`,
};

export const java: Template = {
  head: `package shop.billing;

import java.util.List;
import java.util.Optional;
`,
  block: `
/** The {field} of a {noun}, with what was refunded taken off. */
record {noun}Total{id}(String owner, List<Long> cents) {
    Optional<Long> {verb}() {
        long sum = 0;
        for (long part : cents) {
            if (part < 0) {
                return Optional.empty();
            }
            sum += part * {n};
        }
        return Optional.of(sum);
    }
}
`,
};

export const ruby: Template = {
  head: `# frozen_string_literal: true

require "json"
`,
  block: `
# Shows the {field} of a {noun} to the people at the desk.
class {noun}View{id}
  def initialize(rows)
    @rows = rows.reject { |row| row["{field}"].nil? }
  end

  def {verb}
    @rows.sum { |row| row.fetch("{field}") * {n} }
  end

  def to_json(*args)
    { "{noun}" => {verb}, "rows" => @rows.length }.to_json(*args)
  end
end
`,
};

export const shell: Template = {
  head: `#!/usr/bin/env bash
set -euo pipefail
`,
  block: `
# Brings the {noun} service to the state that the file describes.
{verb}_{noun}_{id}() {
  local target="$1"
  local waited=0
  until curl --fail --silent "https://$target/health" > /dev/null; do
    waited=$((waited + 1))
    if [ "$waited" -gt {n} ]; then
      echo "{noun} did not come up on $target" >&2
      return 1
    fi
    sleep 1
  done
}
`,
};

export const styles: Template = {
  head: `:root {
  --gap: 0.75rem;
}
`,
  block: `
/* The {field} beside a {noun}. */
.{noun}-{field}-{id} {
  display: grid;
  grid-template-columns: minmax(12rem, 1fr) auto;
  gap: var(--gap);
  color: var(--ink);
  background: url("/images/{noun}-{n}.svg") no-repeat;
}
`,
};

export const text: Template = {
  head: `# How {noun}s are kept
`,
  block: `
## To {verb} a {noun} ({n})

The {field} of a {noun} is what the shop agreed with its owner. It changes at night, when the
warehouse sends its files, and never while somebody is at the desk.

- The limit is {n}; above it a second person has to look.
- See <https://docs.shop.example/{noun}/{field}> for the numbers of last year.
`,
};

export const migration: Template = {
  head: `-- Keeps what a {noun} weighed when it left.
`,
  block: `
CREATE TABLE {noun}_{field}_{id} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner text NOT NULL,
  {field} numeric(12, 2) NOT NULL DEFAULT {n},
  created timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX {noun}_{field}_{id}_owner ON {noun}_{field}_{id} (owner);
INSERT INTO {noun}_{field}_{id} (owner, {field}) VALUES ('{noun}', {n}), ('{verb}', {n});
`,
};

export const typescriptTest: Template = {
  head: `import { describe, expect, it } from "vitest";
import { {verb}{noun} } from "./{noun}.ts";
`,
  block: `
describe("{verb}{noun} {n}", () => {
  it("counts every {noun} of the region once", () => {
    const lines = [{ owner: "ada", {field}: {n} }, { owner: "grace", {field}: {n} }];
    const answer = {verb}{noun}(lines, { region: "north" });
    expect(answer.{field}).toBe({n});
    expect(answer.owners).toEqual(["ada", "grace"]);
  });
});
`,
};

export const workflow: Template = {
  head: `name: {verb} {noun}
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
jobs:
`,
  block: `  {verb}-{noun}-{id}:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - name: Install and test
        env:
          REGION: \${{ vars.REGION }}
        run: |
          npm ci
          npm test -- --{verb} {noun}
      - if: failure() && github.event_name == 'push'
        run: echo "the {noun} tests failed"
`,
};
