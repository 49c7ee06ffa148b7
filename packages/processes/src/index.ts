export { endGroup, stopGroup, watchGroup } from "./process-group.ts";
