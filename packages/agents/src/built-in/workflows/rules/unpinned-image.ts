import type { RuleDoc } from "@swarm-actions/review";
import type { Scalar } from "yaml";
import type { WorkflowDocument } from "../document.ts";
import { workflowWith } from "../examples.ts";
import { entriesOf, entryOf, filledScalar, lineOf, valueAt } from "../nodes.ts";
import { onAddedLine, workflowRule } from "../reviewed.ts";
import { jobsOf, scalarAt, usedActions } from "../steps.ts";

const doc: RuleDoc = {
  id: "workflows/unpinned-image",
  title: "A container image that is whatever was pushed last",
  severity: "low",
  category: "security",
  why: "`latest`, or no tag at all, is another image after every push: the build changes without a change, and whoever can push the image runs code here.",
  fix: "Name a version, better with its digest: `image:1.2.3@sha256:…`.",
  flagged: [
    { title: "latest", after: workflowWith("- uses: docker://example/tool:latest") },
    {
      title: "a service without a tag",
      after: {
        ".github/workflows/ci.yml":
          "on: push\npermissions: {}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    services:\n      db:\n        image: postgres\n    steps:\n      - run: make test\n",
      },
    },
  ],
  clean: [
    {
      title: "a digest",
      after: workflowWith(`- uses: docker://example/tool@sha256:${"0123456789abcdef".repeat(4)}`),
    },
    { title: "a version", after: workflowWith("- uses: docker://example.com:5000/tool:1.2.3") },
  ],
};

export const unpinnedImage = workflowRule(doc, (workflow) =>
  imagesIn(workflow.after).flatMap(({ scalar, image }) => {
    const tag = floatingTag(image);
    if (tag === null) return [];
    return onAddedLine(workflow, lineOf(workflow.after, scalar), {
      message: `The image \`${image}\` has ${tag}, so it changes without notice. Name a version, better with its digest (\`@sha256:…\`).`,
    });
  }),
);

interface Image {
  readonly scalar: Scalar;
  readonly image: string;
}

function imagesIn(document: WorkflowDocument): readonly Image[] {
  const steps = usedActions(document).map(({ scalar }) => scalar);
  const action = scalarAt(document, valueAt(document, document.root, "runs"), "image");
  const docker = [...steps, ...(action === null ? [] : [action])]
    .map((scalar) => ({ scalar, text: String(scalar.value) }))
    .filter(({ text }) => text.startsWith("docker://"))
    .map(({ scalar, text }) => ({ scalar, image: text.slice(9) }));
  return [...docker, ...jobsOf(document).flatMap(({ node }) => jobImages(document, node))];
}

function jobImages(document: WorkflowDocument, job: Parameters<typeof valueAt>[1]): Image[] {
  const container = entryOf(document, job, "container")?.value ?? null;
  const services = entriesOf(document, valueAt(document, job, "services"));
  const named = [container, ...services.map(({ value }) => value)].map((node) =>
    scalarAt(document, node, "image"),
  );
  return [filledScalar(container), ...named].flatMap((scalar) =>
    scalar === null ? [] : [{ scalar, image: String(scalar.value) }],
  );
}

/** How a reader would call the tag that moves; null when the image is pinned or computed. */
function floatingTag(image: string): string | null {
  if (image === "" || image.includes("${{") || image.includes("@sha256:")) return null;
  const name = image.slice(image.lastIndexOf("/") + 1);
  if (!name.includes(":")) return "no tag";
  return name.endsWith(":latest") ? "the tag `latest`" : null;
}
