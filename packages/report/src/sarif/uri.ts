import type { ArtifactLocation } from "sarif";

/** A repository path as a relative URI, each part percent-encoded as UTF-8. */
export function artifactLocation(path: string): ArtifactLocation {
  const parts = path.split("/").map((part) => encodeURIComponent(part.toWellFormed()));
  // A first part with a colon would be read as a scheme; encodeURIComponent has encoded it.
  return { uri: parts.join("/"), uriBaseId: "%SRCROOT%" };
}
