import { messageOf } from "@swarm-actions/core";
import { answerParts } from "./answer-parts.ts";
import { GitHubError } from "./github-error.ts";

/** No answer came, so that nobody knows whether the request took place. */
export class LostAnswer extends GitHubError {}

/** Of a request that got no answer, or a server's error. @param place route and target */
export function lostError(thrown: unknown, place: string): LostAnswer {
  const answer = answerParts(thrown);
  const fix =
    "Run again later; https://www.githubstatus.com says whether GitHub has a disturbance.";
  if (answer === null || answer.status < 400) {
    const message = `no whole answer: ${messageOf(thrown)}`;
    return new LostAnswer("github/no-answer", message, {
      fault: "platform",
      fix,
      place,
      status: null,
    });
  }
  const { status, message } = answer;
  const said = `GitHub answered with HTTP ${status}${message === "" ? "" : `: ${message}`}`;
  return new LostAnswer("github/unavailable", said, { fault: "platform", fix, place, status });
}
