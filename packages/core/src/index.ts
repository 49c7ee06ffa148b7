export { canonicalJson, compareText } from "./canonical-json.ts";
export { cutText } from "./cut-text.ts";
export { digest } from "./digest.ts";
export { CodedError, type CodedErrorOptions, type Fault, messageOf } from "./error.ts";
export { nearest } from "./nearest.ts";
export { Redactor } from "./redactor.ts";
export { loadYaml, YamlError, type YamlProblem } from "./yaml/load-yaml.ts";
