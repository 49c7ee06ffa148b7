/**
 * What a path says about a file. Guesses by the names that projects commonly use; `/` separates,
 * and case does not matter.
 */

const testFolder = /(^|\/)(tests?|specs?|__tests__|__mocks__|testing|e2e|testsuite)\//;
const testName = /(^|\/)(test_[^/]*|conftest\.py|[^/]*([._-](test|spec|e2e|cy)|_tests?)\.[^/.]+)$/;
const testClass = /(Tests?|IT|Spec)\.(java|kt|scala|cs|swift|php|groovy)$/;
const fixtureFolder =
  /(^|\/)(fixtures?|__fixtures__|test[_-]?(data|resources?|assets|files|inputs?)|snapshots?|__snapshots__|golden|cassettes|mocks?|samples?)\//;
const vendoredFolder =
  /(^|\/)(vendor|vendored|_vendor|third[_-]?party|node_modules|bower_components|external|extern|deps)\//;
const exampleFolder = /(^|\/)(examples?|demos?|samples?|playground|sandbox|tutorials?)\//;
const toolFolder = /(^|\/)(bin|scripts?|tools?|tasks?|hack|contrib|bench(marks?)?|cmd|cli)\//;
const docsFolder = /(^|\/)(docs?|documentation|website|site)\//;
const proseName = /(\.(md|mdx|markdown|rst|adoc|asciidoc|txt|tex|org|po|pot)|(^|\/)[A-Z]{4,})$/;
const localeFolder = /(^|\/)(locales?|i18n|l10n|lang|langs|languages?|translations?|intl|cldr)\//;
const localeName = /\.(po|pot|xlf|xliff|arb|strings|resx|ftl|lproj)$/;
const generatedName =
  /([.-]min\.(js|mjs|cjs|css)|\.bundle\.js|\.pb\.(go|cc|h)|_pb2(_grpc)?\.pyi?|\.pb\.gw\.go|\.g\.dart|\.freezed\.dart|\.designer\.cs|\.map|_string\.go|zz_generated\.[^/]*\.go|\.snap)$/;
const generatedFolder = /(^|\/)(dist|build|out|generated|__generated__|gen|\.next)\//;
const lockfileName =
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|go\.sum|go\.work\.sum|cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|pixi\.lock|gemfile\.lock|composer\.lock|mix\.lock|pubspec\.lock|podfile\.lock|package\.resolved|packages\.lock\.json|gradle\.lockfile|flake\.lock|conda-lock\.yml|\.terraform\.lock\.hcl)$/;

/** Tests: by folder, or by the name of the file. */
export function isTestPath(path: string): boolean {
  const lower = path.toLowerCase();
  return testFolder.test(lower) || testName.test(lower) || testClass.test(path);
}

/** Data that tests read, not code that anyone maintains. */
export function isFixturePath(path: string): boolean {
  return fixtureFolder.test(path.toLowerCase());
}

/** Somebody else's code, kept as a copy. */
export function isVendoredPath(path: string): boolean {
  return vendoredFolder.test(path.toLowerCase());
}

export function isLockfilePath(path: string): boolean {
  return lockfileName.test(path.toLowerCase());
}

/** Made by a program, going by its name or folder; a marker inside the file says so more surely. */
export function isGeneratedPath(path: string): boolean {
  const lower = path.toLowerCase();
  return generatedName.test(lower) || generatedFolder.test(lower) || lockfileName.test(lower);
}

/** Examples, demos and playgrounds. */
export function isExamplePath(path: string): boolean {
  return exampleFolder.test(path.toLowerCase());
}

/** Programs for the people who work on the project: scripts, tools, command lines, benchmarks. */
export function isToolPath(path: string): boolean {
  return toolFolder.test(path.toLowerCase());
}

export function isDocsPath(path: string): boolean {
  return docsFolder.test(path.toLowerCase()) || proseName.test(path);
}

/** Text for people in several languages. */
export function isLocalePath(path: string): boolean {
  const lower = path.toLowerCase();
  return localeFolder.test(lower) || localeName.test(lower);
}
