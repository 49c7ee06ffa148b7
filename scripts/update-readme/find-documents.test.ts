import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findDocuments } from "./find-documents.ts";

let top = "";
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "swarm-readme-"));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
}

const action = `
name: greet
description: Says hello.
inputs:
  token:
    description: What may
      write.
    default: \${{ github.token }}
  mode: { description: "\`a\` or \`b\`: a|b.", required: true }
  note: { description: Something, default: "" }
outputs:
  said: { description: What was said. }
`;
const readme = `# greet

<!-- inputs: begin -->
old
<!-- inputs: end -->

More.

<!-- outputs: begin -->
<!-- outputs: end -->

The end.
`;
const project = "# All\n\n<!-- actions: begin -->\n<!-- actions: end -->\n";

test("the tables are made from action.yml, and nothing beside them changes", () => {
  write({
    "actions/greet/action.yml": action,
    "actions/greet/README.md": readme,
    "README.md": project,
  });
  const [own, all] = findDocuments(top);
  expect(own?.wanted).toBe(`# greet

<!-- inputs: begin -->
| Input | What it is for | Default |
|---|---|---|
| \`token\` | What may write. | \`\${{ github.token }}\` |
| \`mode\` | \`a\` or \`b\`: a\\|b. | **required** |
| \`note\` | Something | |
<!-- inputs: end -->

More.

<!-- outputs: begin -->
| Output | What it holds |
|---|---|
| \`said\` | What was said. |
<!-- outputs: end -->

The end.
`);
  expect(all?.wanted).toContain("| [`greet`](actions/greet/README.md) | Says hello. |\n");
});

test("the workflow to copy is the starter workflow, as it is used", () => {
  write({
    "actions/greet/action.yml": action,
    "actions/greet/README.md": `# a\n\n<!-- workflow: begin -->\n<!-- workflow: end -->\n${readme}`,
    "workflow-templates/greet.yml": "on: { push: { branches: [$default-branch] } }\n",
    "README.md": project,
  });
  expect(findDocuments(top)[0]?.wanted).toContain(
    "\n<!-- workflow: begin -->\n```yaml\non: { push: { branches: [main] } }\n```\n<!-- workflow: end -->\n",
  );
});

test("the tables of an action within another are named after it", () => {
  const part =
    "name: greet/all\ndescription: Greets all.\ninputs: { who: { description: All. } }\n";
  write({
    "actions/greet/action.yml": action,
    "actions/greet/all/action.yml": part,
    "actions/greet/README.md": `${readme}\n<!-- all-inputs: begin -->\n<!-- all-inputs: end -->\n`,
    "README.md": project,
  });
  const [own, all] = findDocuments(top);
  expect(own?.wanted).toContain(
    "-->\n| Input | What it is for | Default |\n|---|---|---|\n| `who`",
  );
  expect(all?.wanted).toContain("| [`greet/all`](actions/greet/README.md) | Greets all. |\n");
});

test("what was written is not stale", () => {
  write({
    "actions/greet/action.yml": action,
    "actions/greet/README.md": readme,
    "README.md": project,
  });
  write(Object.fromEntries(findDocuments(top).map(({ path, wanted }) => [path, wanted])));
  for (const { present, wanted } of findDocuments(top)) expect(present).toBe(wanted);
});

test.each([
  ["no README", {}],
  ["no markers", { "actions/greet/README.md": "# greet\n" }],
  ["no end", { "actions/greet/README.md": readme.replace("<!-- inputs: end -->", "") }],
  ["a marker twice", { "actions/greet/README.md": `${readme}\n${readme}` }],
])("%s is refused with the words to write", (_, files) => {
  write({ "actions/greet/action.yml": action, "README.md": project, ...files });
  expect(() => findDocuments(top)).toThrow(
    /^actions\/greet\/README\.md: write "<!-- inputs: begin -->" and "<!-- inputs: end -->"/,
  );
});
