import { expect, test } from "vitest";
import { SecretMasker } from "./secret-masker.ts";

const secret = ["swordfish", "and", '"more"'].join(" & ");

test.each([
  ["as it is", secret],
  ["in JSON", JSON.stringify(secret).slice(1, -1)],
  ["in an address", encodeURIComponent(secret)],
])("a value is hidden %s", (_, shape) => {
  const masker = new SecretMasker();
  masker.add(secret);
  expect(masker.mask(`before ${shape} after`)).toBe("before *** after");
});

test.each(["", "x", "xy", "x-access-token:"])("a value is hidden in base64 after %j", (before) => {
  const masker = new SecretMasker();
  masker.add(secret);
  const text = Buffer.from(`${before}${secret}!`).toString("base64");
  const masked = masker.mask(text);
  expect(masked).toContain("***");
  expect(Buffer.from(masked.replace("***", ""), "base64").toString()).not.toContain("fish");
});

test("each line of a value is hidden, and the longer of two values first", () => {
  const masker = new SecretMasker();
  masker.add("first line\nsecond line");
  masker.add("first");
  expect(masker.mask("first line, second line, first")).toBe("***, ***, ***");
  expect(masker.values).toEqual(["first line\nsecond line", "first"]);
});

test("an empty value hides nothing", () => {
  const masker = new SecretMasker();
  masker.add(" ");
  expect(masker.mask("a b")).toBe("a b");
});
