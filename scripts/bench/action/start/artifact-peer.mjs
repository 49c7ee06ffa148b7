import { DefaultArtifactClient } from "@actions/artifact";

// The least that a job of a swarm can be: it loads GitHub's own client, and asks what hangs on the board.
await new DefaultArtifactClient().listArtifacts();
