export { readZippedFile } from "./read-zipped-file.ts";
export { uploadArtifact } from "./upload-artifact.ts";
