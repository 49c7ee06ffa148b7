import {
  type DocumentNode,
  execute,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { refresh } from "../kernel/rate-limit.ts";
import type { Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { GraphqlContext } from "./context.ts";
import { costOf } from "./document-cost.ts";
import { GraphqlFault } from "./fault.ts";
import { type FormattedError, formatError } from "./format-error.ts";
import { publicSchema } from "./public-schema.ts";
import type { GraphqlRequest } from "./read-request.ts";
import { resolveField } from "./resolve-field.ts";
import { resolveType } from "./resolve-type.ts";

export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly FormattedError[];
}

/** A document that may be carried out. */
interface Checked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

const nodeLimit = 500_000;

export async function executeDocument(
  world: World,
  token: Token,
  request: GraphqlRequest,
): Promise<GraphqlAnswer> {
  const checked = check(request);
  if (Array.isArray(checked)) return { errors: checked };
  const context = { world, token, cost: costOfChecked(checked, request) };
  const refused = refuseSize(context);
  if (refused !== null) return { errors: [refused] };
  spendPoints(context);
  return carryOut(context, checked, request);
}

function check({ query, variables, operationName }: GraphqlRequest): Checked | FormattedError[] {
  if (query === null) {
    return [{ message: "A query attribute must be specified and must be a string." }];
  }
  const document = parseDocument(query);
  if (document instanceof GraphQLError) return [formatError(document)];
  const faults = validate(publicSchema(), document);
  if (faults.length > 0) return faults.map(formatError);
  const operation = getOperationAST(document, operationName);
  if (operation == null) return [{ message: noOperation(operationName) }];
  const { errors } = getVariableValues(
    publicSchema(),
    operation.variableDefinitions ?? [],
    variables,
  );
  return errors === undefined ? { document, operation } : errors.map(formatError);
}

function parseDocument(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function noOperation(name: string | null): string {
  return name === null ? "An operation name is required" : `No operation named "${name}"`;
}

function costOfChecked({ document, operation }: Checked, { variables }: GraphqlRequest) {
  const { coerced = {} } = getVariableValues(
    publicSchema(),
    operation.variableDefinitions ?? [],
    variables,
  );
  return costOf(document, operation, coerced);
}

function refuseSize({ cost }: GraphqlContext): FormattedError | null {
  if (cost.nodes <= nodeLimit) return null;
  const asked = cost.nodes.toLocaleString("en-US");
  const message = `This query requests up to ${asked} possible nodes which exceeds the maximum limit of ${nodeLimit.toLocaleString("en-US")}.`;
  return formatError(
    new GraphQLError(message, {
      originalError: new GraphqlFault("MAX_NODE_LIMIT_EXCEEDED", message),
    }),
  );
}

/** The request itself has taken one point already. */
function spendPoints({ world, token, cost }: GraphqlContext): void {
  refresh(world, token.graphql);
  token.graphql.used += cost.points - 1;
}

async function carryOut(
  context: GraphqlContext,
  { document }: Checked,
  { variables, operationName }: GraphqlRequest,
): Promise<GraphqlAnswer> {
  const { data, errors } = await execute({
    schema: publicSchema(),
    document,
    rootValue: {},
    contextValue: context,
    variableValues: variables,
    operationName,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  return errors === undefined ? { data } : { data, errors: errors.map(formatError) };
}
