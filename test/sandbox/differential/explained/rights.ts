import type { Explanation } from "../explanation.ts";

export const rightsExplained: readonly Explanation[] = [
  {
    steps: /./,
    text: /^body\.status: string here, absent there$/,
    reason: "GitHub repeats the status in the body of an error, as text",
  },
  {
    steps: /^(labels\/again|pulls\/nothing-new)$/,
    text: /^body\.errors: list here, absent there$/,
    reason: "a 422 of GitHub says which field is wrong, and how",
  },
  {
    steps: /^contents\/by-bob$/,
    text: /^status: 404 here, 403 there$/,
    reason: "what a person may not change GitHub hides as if it were not there",
  },
  {
    steps: /^labels\/by-bob$/,
    text: /^status: 404 here, 201 there$/,
    reason: "only people who can write manage labels; the emulator lets everyone",
  },
  {
    steps: /^(issues\/close-by-bob|comments\/change-by-bob)$/,
    text: /^status: 403 here, 200 there$/,
    reason: "only people who can write change what others wrote; the emulator lets everyone",
  },
  {
    steps: /^comments\/on-locked$/,
    text: /^status: 403 here, 201 there$/,
    reason: "a locked conversation takes comments only from people who can write",
  },
  {
    steps: /^pulls\/merge-by-bob$/,
    text: /^status: 404 here, 422 there$/,
    reason: "who may not merge learns nothing; the emulator tells that it is merged already",
  },
  {
    steps: /^checks\/by-ada$/,
    text: /^status: 403 here, 201 there$/,
    reason: "only an App writes check runs; a person's token is refused",
  },
  {
    steps: /^app\/token-for-more$/,
    text: /^body\.documentation_url: string here, absent there$/,
    reason: "every error of GitHub names its documentation",
  },
];
