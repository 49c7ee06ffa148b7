import { expect, test } from "vitest";
import { z } from "zod";
import { parseBody } from "./parse-body.ts";

const schema = z.object({
  title: z.string(),
  state: z.enum(["open", "closed"]).optional(),
  labels: z.array(z.string()).optional(),
  line: z.int().min(1).optional(),
});

test("what fits comes back", () => {
  expect(parse('{"title":"a","line":3}')).toEqual({ title: "a", line: 3 });
});

test("no body is an empty one", () => {
  expect(parseBody(Buffer.alloc(0), z.object({ draft: z.boolean().default(false) }))).toEqual({
    draft: false,
  });
});

test.each([
  ["{", 400, "Problems parsing JSON"],
  ["[]", 400, "Body should be a JSON object"],
  ["null", 400, "Body should be a JSON object"],
  ["{}", 422, 'Invalid request.\n\n"title" wasn\'t supplied.'],
  ['{"title":5}', 422, "Invalid request.\n\nFor 'properties/title', 5 is not a string."],
  ['{"title":null}', 422, "Invalid request.\n\nFor 'properties/title', nil is not a string."],
  [
    '{"title":"a","labels":["b",1]}',
    422,
    "Invalid request.\n\nFor 'properties/labels/1', 1 is not a string.",
  ],
  [
    '{"title":"a","state":"gone"}',
    422,
    'Invalid request.\n\nFor \'properties/state\', "gone" is not a member of ["open","closed"].',
  ],
  ['{"title":"a","line":0}', 422, "Invalid request.\n\nFor 'properties/line', 0 is less than 1."],
])("%s is refused with %i", (text, status, message) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ status, message }));
});

function parse(text: string) {
  return parseBody(Buffer.from(text), schema);
}
