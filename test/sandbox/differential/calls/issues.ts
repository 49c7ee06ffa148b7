import { step } from "../steps.ts";

export const issueSteps = [
  step("labels/create", "POST ~/labels", { body: { name: "urgent", color: "ff0000" } }),
  step("labels/again", "POST ~/labels", { body: { name: "urgent", color: "00ff00" } }),
  step("labels/get", "GET ~/labels/urgent"),
  step("labels/change", "PATCH ~/labels/urgent", {
    body: { new_name: "soon", description: "Soon" },
  }),
  step("labels/old-name", "GET ~/labels/urgent"),
  step("labels/by-bob", "POST ~/labels", { as: "bob", body: { name: "mine", color: "ff0000" } }),
  step("issues/create", "POST ~/issues", {
    body: { title: "Broken", body: "It is.", labels: ["soon"] },
  }),
  step("issues/by-bob", "POST ~/issues", { as: "bob", body: { title: "Also broken" } }),
  step("issues/by-nobody", "POST ~/issues", { as: "nobody", body: { title: "Broken" } }),
  step("issues/without-title", "POST ~/issues", { body: { body: "It is." } }),
  step("issues/get", "GET ~/issues/{issues/create:number}"),
  step("issues/get-as-nobody", "GET ~/issues/{issues/create:number}", { as: "nobody" }),
  step("issues/missing", "GET ~/issues/999"),
  step("issues/list", "GET ~/issues"),
  step("issues/close", "PATCH ~/issues/{issues/create:number}", { body: { state: "closed" } }),
  step("issues/list-open", "GET ~/issues?state=open"),
  step("issues/list-closed", "GET ~/issues?state=closed"),
  step("issues/reopen", "PATCH ~/issues/{issues/create:number}", { body: { state: "open" } }),
  step("issues/close-by-bob", "PATCH ~/issues/{issues/create:number}", {
    as: "bob",
    body: { state: "closed" },
  }),
  step("issues/labels", "GET ~/issues/{issues/create:number}/labels"),
  step("issues/add-label", "POST ~/issues/{issues/create:number}/labels", {
    body: { labels: ["soon"] },
  }),
  step("issues/remove-label", "DELETE ~/issues/{issues/create:number}/labels/soon"),
  step("issues/remove-label-again", "DELETE ~/issues/{issues/create:number}/labels/soon"),
  step("labels/delete", "DELETE ~/labels/soon"),
  step("labels/delete-again", "DELETE ~/labels/soon"),
  step("labels/list", "GET ~/labels"),
  step("comments/create", "POST ~/issues/{issues/create:number}/comments", {
    body: { body: "Yes." },
  }),
  step("comments/by-bob", "POST ~/issues/{issues/create:number}/comments", {
    as: "bob",
    body: { body: "No." },
  }),
  step("comments/by-nobody", "POST ~/issues/{issues/create:number}/comments", {
    as: "nobody",
    body: { body: "No." },
  }),
  step("comments/by-app", "POST ~/issues/{issues/create:number}/comments", {
    as: "installation",
    body: { body: "Beep." },
  }),
  step("comments/without-body", "POST ~/issues/{issues/create:number}/comments", { body: {} }),
  step("comments/on-nothing", "POST ~/issues/999/comments", { body: { body: "Yes." } }),
  step("comments/list", "GET ~/issues/{issues/create:number}/comments"),
  step("comments/list-all", "GET ~/issues/comments"),
  step("comments/get", "GET ~/issues/comments/{comments/create:id}"),
  step("comments/change", "PATCH ~/issues/comments/{comments/create:id}", {
    body: { body: "Well." },
  }),
  step("comments/change-by-bob", "PATCH ~/issues/comments/{comments/create:id}", {
    as: "bob",
    body: { body: "Ha." },
  }),
  step("comments/delete", "DELETE ~/issues/comments/{comments/create:id}"),
  step("comments/get-deleted", "GET ~/issues/comments/{comments/create:id}"),
  step("issues/lock", "PUT ~/issues/{issues/create:number}/lock", {
    body: { lock_reason: "resolved" },
  }),
  step("comments/on-locked", "POST ~/issues/{issues/create:number}/comments", {
    as: "bob",
    body: { body: "Still no." },
  }),
  step("issues/unlock", "DELETE ~/issues/{issues/create:number}/lock"),
];
