import { describe, expect, it } from "vitest";
import { judgeExchange } from "../../support/judge/judge-exchange.ts";
import { showViolation } from "../../support/judge/violation.ts";
import { exchange } from "./exchange.ts";

const query = "query Name($login: String!) { user(login: $login) { id } }";
const answer = { data: { user: { id: "U_1" } } };

function linesOf(requestBody: unknown, responseBody: unknown = answer): readonly string[] {
  const asked = { method: "POST", url: "/graphql", requestBody, responseBody };
  return judgeExchange(exchange(asked)).map(showViolation);
}

describe("the judge of GraphQL", () => {
  it("passes a document of the public schema with its variables", () => {
    expect(linesOf({ query, variables: { login: "mona" } })).toEqual([]);
  });

  it("refuses a field that the schema lacks", () => {
    expect(linesOf({ query: "{ viewer { shoeSize } }" })).toEqual([
      'POST /graphql: request /query: Cannot query field "shoeSize" on type "User".',
    ]);
  });

  it("refuses a variable of the wrong type", () => {
    expect(linesOf({ query, variables: { login: 7 } }).join()).toMatch(/String cannot represent/);
  });

  it("misses a variable", () => {
    expect(linesOf({ query }).join()).toMatch(/"\$login" of required type "String!"/);
  });

  it("refuses a variable that the document does not declare", () => {
    expect(linesOf({ query, variables: { login: "mona", user: "lisa" } })).toEqual([
      "POST /graphql: request /variables/user: is no variable of the document",
    ]);
  });

  it("refuses a key beside the document", () => {
    const lines = linesOf({ query, variables: { login: "mona" }, variable: {} });
    expect(lines.join()).toMatch(/request \/variable: is a key/);
  });

  it("refuses what is no document", () => {
    expect(linesOf({ query: "{ viewer {" }).join()).toMatch(/Syntax Error/);
    expect(linesOf("{ viewer { id } }").join()).toMatch(/no JSON object/);
  });

  it("refuses an unknown key around the answer", () => {
    const asked = { query, variables: { login: "mona" } };
    expect(linesOf(asked, { ...answer, debug: 1 }).join()).toMatch(/response \/debug/);
    const error = { message: "No.", code: 7 };
    expect(linesOf(asked, { data: null, errors: [error] }).join()).toMatch(/\/errors\/0\/code/);
  });

  it("refuses an answer that says nothing", () => {
    expect(linesOf({ query, variables: { login: "mona" } }, {}).join()).toMatch(/no data and no/);
  });
});
