import type { ActionEnvironment } from "../environment.ts";
import { type ActionEvent, eventSchemas } from "./event.ts";
import { invalidEvent, readPayload } from "./payload.ts";

/** Reads what started the run. @throws CodedError `action/no-event`, `action/invalid-event` */
export function readEvent(environment: ActionEnvironment): ActionEvent {
  const { eventName } = environment;
  const schema = eventName in eventSchemas ? eventSchemas[eventName as Known] : undefined;
  if (schema === undefined || !Object.hasOwn(eventSchemas, eventName)) {
    return { name: "other", event: eventName };
  }
  const result = schema.safeParse(readPayload(environment));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalidEvent(environment, `${issue?.path.join(".")}: ${issue?.message}`);
}

type Known = keyof typeof eventSchemas;
