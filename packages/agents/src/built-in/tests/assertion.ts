import type { TestLanguage } from "./test-language.ts";

const common = /(?<![\w$])(?:assert\w*|expect\w*|verify\w*)\s*(?:!|\(|\.|\[|<)/;

const own: Partial<Readonly<Record<TestLanguage, RegExp>>> = {
  javascript:
    /(?<![\w$])t\.(?:is|equal|same|deepEqual|true|false|ok|throws|notOk|strictSame)\(|\.should\b/,
  python: /^\s*assert\b|\.assert\w*\s*\(|\bpytest\.(?:raises|warns)\(/,
  go: /\bt\.(?:Error|Fatal|Fail)\w*\(|\b(?:require|assert|is|qt|c)\.[A-Z]\w*\(/,
  ruby: /^\s*(?:assert|refute)\w*\b|\bexpect\s*[({]|\.should\b|\bmust_\w+/,
  php: /(?:->|::)assert\w*\(|(?:->|::)expectException\w*\(|\bexpect\(/,
  csharp: /\bAssert\.|\.Should\w*\(/,
};

/** Whether the line surely asserts something. */
export function hasAssertion(code: string, language: TestLanguage): boolean {
  // In Rust, `expect` unwraps a value.
  if (language === "rust") return /\b(?:debug_)?assert\w*!|\bpanic!/.test(code);
  return common.test(code) || own[language]?.test(code) === true;
}

/** Whether the line may decide the fate of a test, if only through a helper with a telling name. */
export function maySettleSomething(code: string): boolean {
  return /assert|expect|verif|should|must|require|check|ensure|throw|raise|reject|panic|fail|error|fatal|compare|match|equal|valid|snapshot|test|\bt\.|\bis\.|unwrap|\?;/i.test(
    code,
  );
}
