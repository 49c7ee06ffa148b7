import { createMarkdownWriter } from "@swarm-actions/display";

/** The gate makes mentions, references and addresses harmless; here they stay as they were said. */
export const { proseOf, wordsOf, codeOf } = createMarkdownWriter((words) => words);
