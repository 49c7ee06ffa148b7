import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { auditLines, CodedError, messageOf } from "@swarm-actions/core";
import type { AuditSink } from "./audit-sink.ts";

/** A log in a file that is only ever added to. @throws CodedError `audit/unwritable` */
export function createFileAuditSink(file: string): AuditSink {
  const failing = (cause: unknown): never => {
    throw new CodedError("audit/unwritable", `the audit log cannot be kept: ${messageOf(cause)}`, {
      fix: "Name a file that may be written; nothing is written on GitHub without its log.",
      place: file,
      cause,
    });
  };
  return {
    read: async () => {
      const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) =>
        cause.code === "ENOENT" ? "" : failing(cause),
      );
      return auditLines(text);
    },
    append: async (line) => {
      await mkdir(dirname(file), { recursive: true }).catch(failing);
      await appendFile(file, `${line}\n`, { flag: "a" }).catch(failing);
    },
  };
}
