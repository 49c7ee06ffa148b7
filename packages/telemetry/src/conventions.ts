/**
 * The names of the attributes, as OpenTelemetry's conventions have them. Those for CI/CD are not stable yet,
 * and their package holds all names there are: three quarters of a megabyte for these few.
 */
export const conventions = {
  ATTR_CICD_PIPELINE_ACTION_NAME: "cicd.pipeline.action.name",
  ATTR_CICD_PIPELINE_NAME: "cicd.pipeline.name",
  ATTR_CICD_PIPELINE_RESULT: "cicd.pipeline.result",
  ATTR_CICD_PIPELINE_RUN_ID: "cicd.pipeline.run.id",
  ATTR_CICD_PIPELINE_RUN_URL_FULL: "cicd.pipeline.run.url.full",
  ATTR_CICD_PIPELINE_TASK_NAME: "cicd.pipeline.task.name",
  ATTR_CICD_PIPELINE_TASK_RUN_ID: "cicd.pipeline.task.run.id",
  ATTR_CICD_PIPELINE_TASK_RUN_RESULT: "cicd.pipeline.task.run.result",
  ATTR_CICD_WORKER_ID: "cicd.worker.id",
  ATTR_CICD_WORKER_NAME: "cicd.worker.name",
  ATTR_ERROR_TYPE: "error.type",
  ATTR_SERVICE_NAME: "service.name",
  ATTR_SERVICE_VERSION: "service.version",
  ATTR_VCS_CHANGE_ID: "vcs.change.id",
  ATTR_VCS_OWNER_NAME: "vcs.owner.name",
  ATTR_VCS_PROVIDER_NAME: "vcs.provider.name",
  ATTR_VCS_REF_HEAD_NAME: "vcs.ref.head.name",
  ATTR_VCS_REF_HEAD_REVISION: "vcs.ref.head.revision",
  ATTR_VCS_REPOSITORY_NAME: "vcs.repository.name",
  ATTR_VCS_REPOSITORY_URL_FULL: "vcs.repository.url.full",
  CICD_PIPELINE_ACTION_NAME_VALUE_RUN: "RUN",
} as const;
