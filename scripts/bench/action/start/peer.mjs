import { getInput } from "@actions/core";
import { context, getOctokit } from "@actions/github";

// The least that an action can do: read its token, and ask for the pull request of its event.
const octokit = getOctokit(getInput("token"));
await octokit.rest.pulls.get({ ...context.repo, pull_number: context.issue.number });
