import { expect, test } from "vitest";
import { requireProgram } from "./require-program.ts";

const at = (program: string, path = "/nowhere:/usr/bin:/bin") =>
  requireProgram({ words: [program, "--version"], cwd: "/bin", environment: { PATH: path } });

test.each(["sh", "/bin/sh", "./sh"])("%s is there", async (program) => {
  await expect(at(program)).resolves.toBeUndefined();
});

test.each([
  ["no-such-program", undefined],
  ["./no-such-program", undefined],
  ["sh", "/nowhere"],
])("%s is not there", async (program, path) => {
  await expect(at(program, path)).rejects.toMatchObject({
    code: "command/not-started",
    message: `Cannot start \`${program}\`: it was not found`,
  });
});

test.each(["/bin", "../bin"])(
  "%s is a folder, which may be entered but not run",
  async (folder) => {
    await expect(at(folder)).rejects.toMatchObject({
      code: "command/not-started",
      message: `Cannot start \`${folder}\`: it is a folder`,
    });
  },
);
