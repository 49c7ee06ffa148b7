import { step } from "../steps.ts";

const pull = "~/pulls/{pulls/create:number}";

export const pullSteps = [
  step("pulls/create", "POST ~/pulls", { body: { title: "Add c", head: "topic", base: "main" } }),
  step("pulls/again", "POST ~/pulls", { body: { title: "Add c", head: "topic", base: "main" } }),
  step("pulls/no-head", "POST ~/pulls", { body: { title: "Add c", head: "none", base: "main" } }),
  step("pulls/no-base", "POST ~/pulls", { body: { title: "Add c", head: "topic", base: "none" } }),
  step("pulls/nothing-new", "POST ~/pulls", {
    body: { title: "None", head: "main", base: "main" },
  }),
  step("pulls/get", `GET ${pull}`),
  step("pulls/missing", "GET ~/pulls/999"),
  step("pulls/list", "GET ~/pulls"),
  step("pulls/commits", `GET ${pull}/commits`),
  step("pulls/change", `PATCH ${pull}`, { body: { title: "Add c at last" } }),
  step("pulls/as-issue", "GET ~/issues/{pulls/create:number}"),
  step("reviews/comment", `POST ${pull}/reviews`, { body: { event: "COMMENT", body: "Fine." } }),
  step("reviews/approve-own", `POST ${pull}/reviews`, { body: { event: "APPROVE" } }),
  step("reviews/approve", `POST ${pull}/reviews`, { as: "bob", body: { event: "APPROVE" } }),
  step("reviews/without-body", `POST ${pull}/reviews`, { as: "bob", body: { event: "COMMENT" } }),
  step("reviews/list", `GET ${pull}/reviews`),
  step("reviews/get", `GET ${pull}/reviews/{reviews/comment:id}`),
  step("reviews/missing", `GET ${pull}/reviews/999`),
  step("pulls/merge-moved", `PUT ${pull}/merge`, { body: { sha: "0".repeat(40) } }),
  step("pulls/not-merged", `GET ${pull}/merge`),
  step("pulls/merge", `PUT ${pull}/merge`, { body: { merge_method: "squash" } }),
  step("pulls/merged", `GET ${pull}`),
  step("pulls/merge-by-bob", `PUT ${pull}/merge`, { as: "bob", body: {} }),
  step("pulls/merge-again", `PUT ${pull}/merge`, { body: {} }),
];
