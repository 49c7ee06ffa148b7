import { readFile } from "node:fs/promises";

// Each address is written out, as the bundler finds assets by reading the code.
const files = {
  reviewer: new URL("./prompts/reviewer.md", import.meta.url),
  correctness: new URL("./prompts/correctness.md", import.meta.url),
  maintainability: new URL("./prompts/maintainability.md", import.meta.url),
  performance: new URL("./prompts/performance.md", import.meta.url),
  security: new URL("./prompts/security.md", import.meta.url),
  tests: new URL("./prompts/tests.md", import.meta.url),
} as const;

/** The text of a prompt, as its Markdown file has it. */
export function readPrompt(name: keyof typeof files): Promise<string> {
  return readFile(files[name], "utf8");
}
