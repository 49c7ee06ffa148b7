import { Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFilesOfZip } from "./read-files-of-zip.ts";

const wanted = { "a.json": 1000, "b.jsonl": 1000 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const two = { "a.json": bytes("{}"), "b.jsonl": bytes("1\n2\n") };

/** As GitHub's own client makes them: sizes stand after the content. */
function streamed(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => void parts.push(chunk));
  for (const [name, content] of files) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return Buffer.concat(parts);
}

test("the files that are wanted are read, whatever else lies beside them", async () => {
  const zip = zipSync({ "../page.html": bytes("<p>"), ...two, "big.bin": new Uint8Array(100_000) });
  expect(await readFilesOfZip(zip, wanted)).toEqual({ "a.json": "{}", "b.jsonl": "1\n2\n" });
  const other = streamed([...Object.entries(two), ["big.bin", new Uint8Array(100_000)]]);
  expect(await readFilesOfZip(other, wanted)).toEqual({ "a.json": "{}", "b.jsonl": "1\n2\n" });
});

describe("a hostile archive is refused", () => {
  const honest = zipSync(two);
  test.each([
    ["a file is missing", zipSync({ "a.json": bytes("{}") }), /holds no file b\.jsonl/],
    ["too much", zipSync({ ...two, "a.json": new Uint8Array(1001) }), /over 1000 bytes/],
    ["a bomb", zipSync({ ...two, "a.json": new Uint8Array(2_000_000) }), /over 1000 bytes/],
    [
      "two of one name",
      streamed([
        ["a.json", bytes("1")],
        ["a.json", bytes("2")],
        ["b.jsonl", bytes("")],
      ]),
      /twice/,
    ],
    ["cut off", honest.subarray(0, 40), /damaged/],
    ["no archive at all", bytes("<html></html>"), /damaged/],
    ["nothing", new Uint8Array(0), /damaged/],
  ] as const)("%s", async (_title, zip, message) => {
    await expect(readFilesOfZip(zip, wanted)).rejects.toThrow(message);
  });

  test("one that claims to be smaller than it is gets no more room than it claims", async () => {
    const zip = Buffer.from(zipSync({ ...two, "a.json": new Uint8Array(2_000_000).fill(32) }));
    const directory = zip.lastIndexOf(Buffer.from("a.json")) - 46;
    zip.writeUInt32LE(10, directory + 24);
    const read = await readFilesOfZip(zip, wanted).catch((thrown: unknown) => thrown);
    expect(read instanceof Error || (read as { "a.json": string })["a.json"].length <= 10).toBe(
      true,
    );
  });
});
