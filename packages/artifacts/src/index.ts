export {
  type ArtifactStore,
  createArtifactStore,
  type NewArtifact,
  type PutOutcome,
  type StoredArtifact,
} from "./artifact-store.ts";
export type { UploadFailure } from "./judge-upload.ts";
export { readZippedFile } from "./read-zipped-file.ts";
export { uploadArtifact } from "./upload-artifact.ts";
