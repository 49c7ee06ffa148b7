import { SaxesParser } from "saxes";
import { FileTally, type TestFileReport } from "./test-file.ts";

/** Elements within each other; no report comes near it. */
const deepest = 64;

/** Characters that are parsed at once. */
const step = 64 * 1024;

/** An element that is open: what it says of its cases. */
interface Open {
  readonly name: string;
  readonly file: string;
}

/** A case that is being read. */
interface Case {
  readonly file: string;
  readonly seconds: number;
  failure: string | null;
}

/**
 * A JUnit report, as vitest, jest-junit, pytest, gotestsum and others write it. No entity of a document is
 * ever expanded, and one that is cut off gives the cases that it has.
 */
export function readJunit(text: string): readonly TestFileReport[] {
  const tally = new FileTally();
  const reader = new JunitReader(tally);
  for (let at = 0; at < text.length && !reader.isOver; at += step) {
    reader.read(text.slice(at, at + step));
  }
  return tally.list();
}

class JunitReader {
  isOver = false;
  readonly #tally: FileTally;
  readonly #parser = new SaxesParser();
  readonly #open: Open[] = [];
  #case: Case | null = null;

  constructor(tally: FileTally) {
    this.#tally = tally;
    this.#parser.on("error", () => {
      // What was read before the fault counts.
      this.isOver = true;
    });
    // Whoever declares entities means no report.
    this.#parser.on("doctype", () => {
      this.isOver = true;
    });
    this.#parser.on("opentag", ({ name, attributes }) => this.#begin(name, attributes));
    this.#parser.on("closetag", ({ name }) => this.#end(name));
  }

  read(text: string): void {
    this.#parser.write(text);
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length >= deepest) this.isOver = true;
    if (this.isOver) return;
    const file = attributes.file ?? attributes.filepath ?? this.#open.at(-1)?.file ?? "";
    this.#open.push({ name, file: fileOf(name, file, attributes) });
    if (name === "testcase") {
      const own = attributes.file ?? attributes.filepath ?? (file || nameOfCase(attributes));
      const seconds = Number((attributes.time ?? "0").replaceAll(",", ""));
      this.#case = { file: own, seconds, failure: null };
    } else if (this.#case !== null && (name === "failure" || name === "error")) {
      this.#case.failure ??= attributes.message ?? name;
    }
  }

  #end(name: string): void {
    this.#open.pop();
    if (name !== "testcase" || this.#case === null) return;
    const { file, seconds, failure } = this.#case;
    this.#tally.add(file, seconds, failure);
    this.#case = null;
  }
}

/** A suite that is called like a file is one. */
function fileOf(element: string, file: string, { name = "" }: Readonly<Record<string, string>>) {
  return element === "testsuite" && file === "" && looksLikeFile(name) ? name : file;
}

/** Without a file: the class, which vitest calls like the file, and pytest like its module. */
function nameOfCase({ classname = "" }: Readonly<Record<string, string>>): string {
  return classname;
}

function looksLikeFile(name: string): boolean {
  return /[^/\\]\.[A-Za-z]{1,5}$/.test(name) && !/\s/.test(name);
}
