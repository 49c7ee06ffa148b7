import { invalid } from "../kernel/refusal.ts";
import { presentLabel } from "../present/label.ts";
import type { Issue, Label, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { announce } from "./announce.ts";
import { announceConversation } from "./announce-issue.ts";
import type { Author } from "./author.ts";

const nameLimit = 50;

export interface LabelText {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string | null;
}

/** Names are the same in any case. */
export function findLabel({ labels }: Repository, name: string): Label | undefined {
  return labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
}

/** @throws Refusal 422 */
export function createLabel(
  world: World,
  author: Author,
  repository: Repository,
  input: LabelText,
): Label {
  checkLabel(repository, input, null);
  const label: Label = { id: world.nextId(), ...input };
  repository.labels.push(label);
  announceLabel(world, author, repository, label, "created");
  return label;
}

/** @throws Refusal 422 */
export function updateLabel(
  world: World,
  author: Author,
  repository: Repository,
  label: Label,
  input: LabelText,
): void {
  checkLabel(repository, input, label);
  Object.assign(label, input);
  announceLabel(world, author, repository, label, "edited");
}

/** Takes it off every issue too. */
export function deleteLabel(
  world: World,
  author: Author,
  repository: Repository,
  label: Label,
): void {
  repository.labels.splice(repository.labels.indexOf(label), 1);
  for (const issue of repository.issues.values()) {
    issue.labels = issue.labels.filter((other) => other !== label);
  }
  announceLabel(world, author, repository, label, "deleted");
}

/** Gives an issue exactly these labels; those the repository lacks are made. Emits each change. */
export async function setLabels(
  world: World,
  author: Author,
  issue: Issue,
  names: readonly string[],
): Promise<void> {
  const { repository } = issue;
  checkLabelNames(names);
  const wanted = new Set<Label>();
  for (const name of names) {
    const text = { name, color: "ededed", description: null };
    wanted.add(findLabel(repository, name) ?? createLabel(world, author, repository, text));
  }
  const before = issue.labels;
  issue.labels = [...wanted];
  issue.updatedAt = world.now();
  for (const label of before) {
    if (!wanted.has(label)) await announceLabeling(world, author, issue, label, "unlabeled");
  }
  for (const label of wanted) {
    if (!before.includes(label)) await announceLabeling(world, author, issue, label, "labeled");
  }
}

/** Before anything of an issue is changed. @throws Refusal 422 */
export function checkLabelNames(names: readonly string[]): void {
  const bad = names.find((name) => name.trim() === "" || name.length > nameLimit);
  if (bad !== undefined) throw invalid({ resource: "Label", code: "invalid", field: "name" });
}

function checkLabel(repository: Repository, input: LabelText, own: Label | null): void {
  const field = (name: string, code: string): Error =>
    invalid({ resource: "Label", code, field: name });
  if (input.name.trim() === "") throw field("name", "missing_field");
  if (input.name.length > nameLimit) throw field("name", "invalid");
  if (!/^[0-9a-f]{6}$/i.test(input.color)) throw field("color", "invalid");
  if ((input.description ?? "").length > 100) throw field("description", "invalid");
  const same = findLabel(repository, input.name);
  if (same !== undefined && same !== own) throw field("name", "already_exists");
}

function announceLabel(
  world: World,
  author: Author,
  repository: Repository,
  label: Label,
  action: string,
): void {
  const shown = presentLabel(world, repository, label);
  announce(world, author, repository, "label", { action, label: shown });
}

function announceLabeling(
  world: World,
  author: Author,
  issue: Issue,
  label: Label,
  action: "labeled" | "unlabeled",
): Promise<void> {
  const shown = presentLabel(world, issue.repository, label);
  return announceConversation(world, author, issue, action, { label: shown });
}
