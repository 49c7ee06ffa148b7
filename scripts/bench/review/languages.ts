import {
  go,
  java,
  python,
  ruby,
  rust,
  shell,
  styles,
  type Template,
  text,
  typescript,
} from "./templates.ts";

/** Where the files of one kind stand, and what they are made of. */
export interface Language {
  readonly folder: string;
  readonly extension: string;
  readonly template: Template;
  /** How many of its files stand against those of the others. */
  readonly share: number;
}

export const languages: readonly Language[] = [
  { folder: "web/src", extension: "ts", template: typescript, share: 6 },
  { folder: "jobs", extension: "py", template: python, share: 4 },
  { folder: "server", extension: "go", template: go, share: 3 },
  { folder: "core/src", extension: "rs", template: rust, share: 2 },
  { folder: "billing/src/main/java", extension: "java", template: java, share: 1 },
  { folder: "admin/lib", extension: "rb", template: ruby, share: 1 },
  { folder: "deploy", extension: "sh", template: shell, share: 1 },
  { folder: "web/styles", extension: "css", template: styles, share: 1 },
  { folder: "docs", extension: "md", template: text, share: 1 },
];
