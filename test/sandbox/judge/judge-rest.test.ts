import { describe, expect, it } from "vitest";
import { judgeExchange } from "../../support/judge/judge-exchange.ts";
import { showViolation } from "../../support/judge/violation.ts";
import { exchange } from "./exchange.ts";

const label = {
  id: 1,
  node_id: "LA_1",
  url: "http://127.0.0.1/repos/o/r/labels/bug",
  name: "bug",
  description: null,
  color: "ff0000",
  default: false,
};
const labelCreated = {
  method: "POST",
  url: "/repos/o/r/labels",
  requestBody: { name: "bug", color: "ff0000" },
  status: 201,
  responseBody: label,
};
const refused = {
  message: "Not Found",
  documentation_url: "https://docs.github.com",
  status: "404",
};

function linesOf(overrides: Parameters<typeof exchange>[0]): readonly string[] {
  return judgeExchange(exchange(overrides)).map(showViolation);
}

describe("the judge of REST", () => {
  it("passes what GitHub describes", () => {
    expect(linesOf(labelCreated)).toEqual([]);
  });

  describe("of a request", () => {
    it("refuses a value of the wrong type", () => {
      expect(linesOf({ ...labelCreated, requestBody: { name: 7 } })).toEqual([
        "POST /repos/{owner}/{repo}/labels: request /name: must be string",
      ]);
    });

    it("refuses a key that GitHub does not list", () => {
      expect(linesOf({ ...labelCreated, requestBody: { name: "bug", colour: "ff0000" } })).toEqual([
        "POST /repos/{owner}/{repo}/labels: request /colour: is a key that GitHub does not list",
      ]);
    });

    it("refuses an unknown key deep inside", () => {
      const comments = [{ path: "a.ts", body: "Hm.", line: 1, sides: "RIGHT" }];
      const lines = linesOf({
        method: "POST",
        url: "/repos/o/r/pulls/1/reviews",
        requestBody: { event: "COMMENT", comments },
        status: 404,
        responseBody: refused,
      });
      expect(lines.join()).toMatch(/request \/comments\/0\/sides: is a key/);
    });

    it("misses a key that GitHub wants", () => {
      expect(linesOf({ ...labelCreated, requestBody: {} }).join()).toMatch(/property 'name'/);
    });

    it("misses the body", () => {
      expect(linesOf({ ...labelCreated, requestBody: null }).join()).toMatch(/wants a body/);
    });

    it("reads numbers out of a query, and refuses what is none", () => {
      const list = { url: "/repos/o/r/labels?per_page=100&page=2", responseBody: [label] };
      expect(linesOf(list)).toEqual([]);
      expect(linesOf({ ...list, url: "/repos/o/r/labels?per_page=all" }).join()).toMatch(
        /request query\/per_page: must be integer/,
      );
    });

    it("refuses an unknown key in the query", () => {
      const lines = linesOf({ url: "/repos/o/r/labels?perpage=100", responseBody: [label] });
      expect(lines.join()).toMatch(/request query\/perpage: is a key/);
    });

    it("refuses a path that is no operation", () => {
      expect(linesOf({ url: "/repos/o/r/lables" })).toEqual([
        "GET /repos/o/r/lables: request path: is no operation of GitHub's REST API",
      ]);
    });
  });

  describe("of an answer", () => {
    it("refuses a value of the wrong type", () => {
      expect(linesOf({ ...labelCreated, responseBody: { ...label, id: "1" } })).toEqual([
        "POST /repos/{owner}/{repo}/labels (answer 201): response /id: must be integer",
      ]);
    });

    it("refuses a key that GitHub does not list", () => {
      const lines = linesOf({ ...labelCreated, responseBody: { ...label, colour: "ff0000" } });
      expect(lines.join()).toMatch(/response \/colour: is a key that GitHub does not list/);
    });

    it("refuses a status that is not documented", () => {
      expect(linesOf({ ...labelCreated, status: 200 }).join()).toMatch(
        /response status: 200 is not documented; 201, 404, 422 are/,
      );
    });

    it("refuses an empty body where there has to be one", () => {
      expect(linesOf({ ...labelCreated, responseBody: null }).join()).toMatch(/must be object/);
    });

    it("refuses a body where there has to be none", () => {
      const gone = { method: "DELETE", url: "/repos/o/r/labels/bug", status: 204 };
      expect(linesOf(gone)).toEqual([]);
      expect(linesOf({ ...gone, responseBody: label }).join()).toMatch(/answers without a body/);
    });

    it("takes 304 for an answer to a condition only", () => {
      const same = { url: "/repos/o/r/labels", status: 304 };
      expect(linesOf({ ...same, requestHeaders: { "if-none-match": '"x"' } })).toEqual([]);
      expect(linesOf(same).join()).toMatch(/304 is not documented/);
    });

    it("holds an error to GitHub's form of errors", () => {
      expect(linesOf({ url: "/repos/o/r/labels", status: 404, responseBody: refused })).toEqual([]);
      const odd = { ...refused, reason: "gone" };
      expect(linesOf({ url: "/repos/o/r/labels", status: 404, responseBody: odd }).join()).toMatch(
        /response \/reason: is a key/,
      );
    });

    it("leaves alone what a fault made, but not its request", () => {
      const faulted = { ...labelCreated, faulted: true, status: 502, responseBody: null };
      expect(linesOf(faulted)).toEqual([]);
      expect(linesOf({ ...faulted, requestBody: { name: 7 } })).toHaveLength(1);
    });
  });

  it("leaves alone what is not GitHub's REST API, by its path", () => {
    expect(linesOf({ url: "/o/r.git/info/refs?service=git-upload-pack" })).toEqual([]);
    expect(linesOf({ url: "/o/r/pull/1" })).toEqual([]);
  });
});
