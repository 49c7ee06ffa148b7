/** Several changes in one document; GitHub carries them out in order, each whatever became of the others. */
export interface MutationDocument {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Change {
  /** By which its answer and its errors are known. */
  readonly alias: string;
  /** `addComment`; its input is of the type `AddCommentInput`, as of every mutation of GitHub's. */
  readonly mutation: string;
  readonly input: object;
  /** What is asked of the answer. */
  readonly answer: string;
}

/** All values travel as variables: nothing that others wrote becomes part of a document. */
export function mutationDocument(name: string, changes: readonly Change[]): MutationDocument {
  const declarations = changes.map(({ alias, mutation }) => `$${alias}: ${inputType(mutation)}!`);
  const fields = changes.map(
    ({ alias, mutation, answer }) => `${alias}: ${mutation}(input: $${alias}) { ${answer} }`,
  );
  return {
    document: `mutation ${name}(${declarations.join(", ")}) {\n${fields.join("\n")}\n}`,
    variables: Object.fromEntries(changes.map(({ alias, input }) => [alias, input])),
  };
}

function inputType(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
}
