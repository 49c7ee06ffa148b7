/**
 * What different tools call by different words: each concept is a fault, or the thing a fault is
 * about, with the phrases that linters and reviewers use for it. Matched against lower-case text
 * with rule ids split into words. Alternatives of plain words only, so that matching is linear.
 */
const phrases: Readonly<Record<string, RegExp>> = {
  unused:
    /\bunused\b|\b(?:never|not|isn't|nowhere) (?:used|read|referenced|needed)\b|\bnothing (?:reads|uses|needs)\b|\bno longer (?:used|needed)\b|\bdead (?:import|variable)/,
  undefined:
    /\bnot defined\b|\bundefined (?:name|variable)|\bundeclared|\bno-undef\b|\bno undef\b|\breference ?error\b|\b(?:doesn't|does not) exist\b|\bis not declared\b/,
  evaluation: /\beval\b|\bnew function\b|\bimplied eval\b/,
  "sql injection":
    /\bsql injection|\binjection\b.{0,60}\bsql\b|\bsql\b.{0,80}\b(?:injection|concatenat|interpolat)|\bparamet(?:e)?ri[sz]ed (?:query|queries|statement)|\bprepared statement/,
  "command injection":
    /\bcommand injection|\bos command|\bshell injection|\bshell ?= ?true\b|\bspawn(?:s|ing)? (?:the command )?.{0,20}\bshell\b|\bthrough (?:a|the) shell\b/,
  "script injection":
    /\bxss\b|\bcross-site script|\binnerhtml\b|\bouterhtml\b|\bdangerouslysetinnerhtml\b/,
  "workflow injection":
    /\btemplate injection|\bscript injection|\$\{\{|\bgithub\.event\b|\bgithub\.head_ref\b/,
  "path traversal":
    /\bpath traversal|\bdirectory traversal|\.\.\/|\bescapes? the .{0,20}(?:directory|folder|root)/,
  "request forgery": /\bssrf\b|\bserver-side request forgery|\bcsrf\b|\bcross-site request/,
  "loose equality": /===|\beqeqeq\b|\bdouble equals|[^=!]==[^=]|\bloose(?:ly)? equal|\bcoerc/,
  "mutable default":
    /\bmutable (?:data structures? |argument |default)|\bdangerous default value|\bdefault (?:list|dict|set|value|argument)\b.{0,40}\b(?:shared|mutable)/,
  "bare except": /\bbare[ -]`?except|\bexcept:|\bcatch(?:es|ing)? (?:every|all) exceptions?/,
  "swallowed error":
    /\bswallow|\bsilent(?:ly)? (?:ignor|discard|drop)|\berrors? (?:vanish|disappear|(?:is|are) (?:ignored|lost|discarded))|\bno-empty\b|\bempty (?:block|catch)|\bcatch block is empty/,
  secret:
    /\bhard-?\s?coded (?:secret|credential|password|key|token|api)|\bcredential|\baccess key|\bapi key|\bprivate key|\bsecret (?:key|value|token|in)|\bsecrets?\b.{0,40}\b(?:commit|source|repository)|\baws (?:access|secret|key)/,
  debugger: /\bdebugger\b/,
  "console output": /\bconsole\b|\bdebug (?:print|output|log)|\bprint (?:statement|found)|`print`/,
  "floating promise":
    /\bfloating promise|\bnot awaited\b|\b(?:never|must be|isn't|missing|without|un) ?await|\bpromise.{0,60}\bawait/,
  unreachable: /\bunreachable|\bnever (?:runs?|reached|executed?|be reached)|\bdead code\b/,
  "constant assigned": /\bis (?:a )?constant\b|\bconst assign|\bassign.{0,40}\bconstant\b/,
  "could be constant":
    /\bnever reassigned\b|\bprefer const\b|\buse const\b|\buse `const`|\bonly assigned once\b|\bnot reassigned\b/,
  "untyped any": /\bexplicit any\b|\bunexpected any\b|`any`|\btype any\b|\bany type\b/,
  null: /\bnull(?:able|ish)?\b|\bnone\b.{0,30}\b(?:attribute|return|deref)|\bcannot read propert|\bundefined\b.{0,40}\b(?:throw|crash|access)|\b(?:can|may|might|could) be undefined\b/,
  "off by one":
    /\boff-?\s?by-?\s?one\b|\b(?:one|index) past the (?:end|last)|<= ?[\w.]{1,40}length|\bout of (?:range|bounds)|\bbeyond the (?:end|last)/,
  "weak hash": /\bmd5\b|\bsha-?1\b|\b(?:weak|insecure|broken) hash/,
  "weak random":
    /\bmath\.random\b|\bpredictable\b|\b(?:pseudo|insecure|weak)[ -]?random|\bcryptographically\b/,
  "missing timeout": /\btime-?\s?out\b/,
  "certificate check":
    /\bverify ?= ?false\b|\bcertificate|\brejectunauthorized\b|\b(?:tls|ssl) verif/,
  "focused test": /\bfocus(?:ed|es)? (?:the |this )?test|\.only\b|\bfocused\b/,
  "skipped test": /\bskip(?:ped|s)? (?:the |this )?test|\.skip\b|\bdisabled test/,
  "unpinned action":
    /\bunpinned|\bnot pinned|\bpin (?:it|the action|this action|`?actions?\/)|\bcommit sha\b|\bmutable (?:tag|ref)/,
  permissions: /\bpermissions?\b|\bwrite-all\b|\bleast privilege/,
  "query in a loop":
    /\bn ?\+ ?1\b|\bquer(?:y|ies).{0,60}\b(?:loop|iteration|each|every)\b|\b(?:loop|iteration|each|every)\b.{0,60}\bquer(?:y|ies)\b/,
  race: /\brace\b|\bracy\b|\bconcurren|\btoctou\b|\bnot atomic|\bnon-atomic|\batomically\b/,
  "duplicate key":
    /\bduplicate (?:key|object key|propert|member)|\bdupe keys?\b|\boverwrit.{0,60}\bsame name/,
  "missing test":
    /\b(?:no|missing|without|lacks?|needs?|untested|add) (?:a |any |unit )?tests?\b|\buntested\b|\bnot (?:covered|tested)\b/,
  leak: /\b(?:resource|memory|handle|descriptor|connection) leak|\bleaks? (?:the |a |an )?(?:file|handle|memory|connection|descriptor)|\bcontext manager\b|\bwithout (?:a )?(?:corresponding )?clos|\bnever (?:closed|released|cleared|removed|disposed)\b|\bnot closed\b/,
  authorisation:
    /\bauthori[sz]ation|\bpermission check|\baccess control|\bauthenticat|\bany (?:logged-in )?user can\b/,
  deserialisation: /\bpickle\b|\byaml\.load\b|\b(?:un|de)seriali[sz]/,
  "regular expression blow-up": /\bredos\b|\bcatastrophic|\bbacktrack|\bexponential/,
  "prototype pollution": /\bprototype pollution|\b__proto__\b/,
  "division by zero": /\bdivi(?:sion|de|des|ding) by zero|\bzero division|\bzerodivision/,
  complexity:
    /\bcomplexity\b|\btoo complex\b|\btoo many (?:branches|statements|lines)\b|\btoo long\b/,
  typo: /\btypos?\b|\bmisspell|\bspelling\b/,
  "open redirect":
    /\bopen redirect|\bredirects? (?:users? )?to (?:a |an |another |any |malicious )?(?:url|site|location|host|address)|\bto another site\b/,
  "timing attack": /\btiming|\bconstant[- ]time\b/,
  "runs as root": /\broot\b.{0,40}\buser\b|\buser\b.{0,60}\broot\b|\bas '?root\b/,
  "floating version":
    /\blatest (?:tag|version)|\busing latest\b|:latest\b|\bfloating (?:tag|version)|\bexplicit version|\bexact version/,
  "unchecked error":
    /\berror return value\b|\bunhandled error|\bignored error|\berrors? (?:of|from|returned)\b.{0,60}\b(?:ignored|checked|handled)|\bunchecked (?:error|exit|return)/,
  "destructive migration":
    /\bdrop(?:s|ping|ped)? (?:a |the )?(?:column|table)|\bcolumn\b.{0,40}\bdropped\b|\bdrop column|\bdestructive migration/,
  "no way back": /\birreversible\b|\brolled back\b|\broll ?back\b|\bdown migration/,
  "missing validation": /\bvalidat|\bunvalidated|\bnothing checks\b|\bnot checked against\b/,
  unbounded:
    /\bunbounded\b|\bno limit\b|\badd a limit\b|\bnothing limits\b|\bmissing limit\b|\bat once\b|\blimit the concurrency/,
  "missing dependency": /\bdependency array|\bexhaustive dependencies|\bexhaustive deps/,
  expiry: /\bexpir/,
  unquoted: /\bunquoted|\bnot quoted|\bdouble quote to|\bword splitting/,
  shadowing: /\bshadow|\balready declared\b/,
  documentation: /\bdocstring|\bjsdoc\b|\bundocumented|\bmissing documentation/,
};

/** The concepts a text speaks of, in no particular order. */
export function findConcepts(text: string): readonly string[] {
  return Object.entries(phrases)
    .filter(([, phrase]) => phrase.test(text))
    .map(([concept]) => concept);
}

const aboutNames = new Set([
  "unused",
  "undefined",
  "constant assigned",
  "could be constant",
  "duplicate key",
  "null",
]);

/** Whether a concept is a fault of one name, so that another name makes it another fault. */
export function isAboutNames(concept: string): boolean {
  return aboutNames.has(concept);
}
