import type { SafeHtml } from "@swarm-actions/display";
import type { User } from "../state/model.ts";
import { html } from "./html.ts";

/** 1, "file" → "1 file"; 2 → "2 files" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** The same moment for people and for machines. */
export function moment(at: Date): SafeHtml {
  const iso = at.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`;
}

/** Who it is; an App is told from people. */
export function person({ login, type }: User): SafeHtml {
  if (type !== "Bot") return html`<b>${login}</b>`;
  return html`<b>${login.replace(/\[bot\]$/, "")}</b> <span class="tag">bot</span>`;
}

/** Stands where GitHub has a picture. */
export function avatar(name: string): SafeHtml {
  return html`<span class="avatar" aria-hidden="true">${[...name][0]?.toUpperCase() ?? ""}</span>`;
}

export function shortSha(sha: string): string {
  return sha.slice(0, 7);
}
