import { readFileSync } from "node:fs";

// The requests of an earlier run and nothing else, one after the other, as a script would send them.
const requests = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const { method, url, headers, body } of requests) {
  const answer = await fetch(url, { method, headers, ...(body !== null && { body }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
}
