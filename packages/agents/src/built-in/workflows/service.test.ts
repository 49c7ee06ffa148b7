import { DescriptionDictionary } from "@actions/expressions";
import { validate } from "@actions/languageservice/validate";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { loadService } from "./service.ts";

const job = `jobs:
  build:
    runs-on: ubuntu-latest
    if: github.event.pull_request.title == inputs.title
    steps:
      - run: echo \${{ github.event.issue.title }} \${{ inputs.other }} \${{ steps.none.outputs.x }}
      - run: echo \${{ github.event.inputs.x }} \${{ env.ANY }} \${{ matrix.none }}
`;

test.each([
  ["no events", ""],
  ["empty events", "on:\n"],
  ["one event", "on: push\n"],
  ["several events, one unknown", "on: [pull_request, issues, nothing]\n"],
  ["a schedule", "on:\n  schedule:\n    - cron: '* * * * *'\n"],
  [
    "inputs of a call",
    "on:\n  push:\n  workflow_call:\n    inputs:\n      title: { type: string }\n",
  ],
  ["inputs of a start by hand", "on:\n  workflow_dispatch:\n    inputs:\n      other:\n"],
])("forgetting what events carry changes nothing that is said: %s", async (_, events) => {
  const text = events + job;
  const service = await loadService();
  const file = TextDocument.create(
    `file:///${events.length}/.github/workflows/plain.yml`,
    "yaml",
    1,
    text,
  );
  const open = new DescriptionDictionary();
  open.complete = false;
  const getContext = async (name: string) => (/^(env|github)$/.test(name) ? open : undefined);
  const expected = await validate(file, { contextProviderConfig: { getContext } });
  expect(expected).not.toEqual([]);
  expect(await service(text, "workflow")).toEqual(expected);
});
