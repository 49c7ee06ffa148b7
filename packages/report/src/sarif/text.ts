import { cutText } from "@swarm-actions/core";
import { visible } from "@swarm-actions/display";

/** Text for SARIF: nothing invisible, and no link out of hostile text (`[text](target)` is one). */
export function sarifText(text: string, limit = 2000): string {
  return cutText(visible(cutText(text, limit)).replaceAll("](", "] ("), limit);
}
