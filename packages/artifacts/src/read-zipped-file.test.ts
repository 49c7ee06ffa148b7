import { Zip, ZipDeflate, ZipPassThrough, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { cpuTime } from "../../../test/support/cpu-time.ts";
import { readZippedFile } from "./read-zipped-file.ts";

const expected = { name: "result.json", limit: 1000 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  return Buffer.from(await readZippedFile(zipSync({ ...files }), expected)).toString();
}

/** As GitHub's own client makes them: sizes stand after the content. */
function streamed(name: string, content: Uint8Array, packed: boolean): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => void parts.push(chunk));
  const file = packed ? new ZipDeflate(name) : new ZipPassThrough(name);
  zip.add(file);
  file.push(content, true);
  zip.end();
  return Buffer.concat(parts);
}

test("the one expected file is read, however it was packed", async () => {
  expect(await read({ "result.json": bytes("{}") })).toBe("{}");
  for (const packed of [true, false]) {
    const zip = streamed("result.json", bytes("streamed"), packed);
    expect(Buffer.from(await readZippedFile(zip, expected)).toString()).toBe("streamed");
  }
});

describe("a hostile archive is refused", () => {
  test.each([
    ["another name", { "other.json": bytes("{}") }, /something else/],
    ["a name that leads outside", { "../result.json": bytes("{}") }, /something else/],
    ["two files", { "result.json": bytes("{}"), "b.json": bytes("{}") }, /something else/],
    ["too much", { "result.json": new Uint8Array(1001) }, /over 1000 bytes/],
  ])("%s", async (_title, files, message) => {
    await expect(read(files)).rejects.toThrow(message);
  });

  test("a bomb ends at the limit", async () => {
    const bomb = zipSync({ "result.json": new Uint8Array(30 * 1024 * 1024) });
    const began = cpuTime();
    await expect(readZippedFile(bomb, expected)).rejects.toThrow(/over 1000 bytes/);
    expect(cpuTime() - began).toBeLessThan(2000);
  });

  test("two files of one name", async () => {
    const one = streamed("result.json", bytes("{}"), true);
    await expect(readZippedFile(Buffer.concat([one, one]), expected)).rejects.toThrow(/artifact/);
  });

  test.each([
    ["cut off", zipSync({ "result.json": bytes("x".repeat(500)) }).subarray(0, 20)],
    ["no archive at all", bytes("<html></html>")],
    ["empty", new Uint8Array(0)],
  ])("%s", async (_title, zip) => {
    await expect(readZippedFile(zip, expected)).rejects.toThrow(/cut off|damaged/);
  });
});
