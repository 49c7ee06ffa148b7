/** What `config init` writes: every setting that people reach for first, as a comment. */
export const starterConfig = `# Settings of swarm-actions. Everything here is optional; \`swarm-actions config check\` proves it.
# yaml-language-server: $schema=./swarm.schema.json

review:
  # The mildest finding that fails a review: critical, high, medium, low, info or never.
  fail-on: high
  # Paths that are not reviewed at all.
  ignore: []
  # Whether a pull request that is still a draft is reviewed.
  drafts: false
  # How votes decide: majority, unanimous, dawid-skene, { quorum: 2 }, { weighted: 0.6 } or { byzantine: 1 }.
  consensus: majority
  # By rule: off, another severity, or narrowed by path. \`swarm-actions agents list\` names them.
  rules: {}
  #  leftovers/debug-print: off
  #  tests/untested-change: { severity: info, paths: ["src/**"] }

# The built-in reviewers are all on; switch one off or narrow it here.
built-in: {}
#  size: off
#  migrations: { paths: ["db/**"] }

# Further agents: linters, rules of your own, models.
agents: {}
#  eslint:
#    type: command
#    run: [npx, --no-install, eslint, --format, "@microsoft/eslint-formatter-sarif"]
#    pass-paths: true
#    format: sarif
#    paths: ["**/*.{js,ts}"]
#  house:
#    type: rules
#    rules:
#      - id: no-sleep
#        pattern: \\btime\\.sleep\\(
#        message: Wait for the condition instead of sleeping.
#        paths: ["**/*.py"]
#  claude:
#    type: anthropic
#    model: claude-sonnet-4-5
#    roles: [correctness, security]
#    api-key-env: ANTHROPIC_API_KEY

# What is written on a pull request.
publish:
  # New comments a run may make; the rest is in the summary.
  max-comments: 30
  # Links to other hosts are shown as text.
  allowed-hosts: [github.com, docs.github.com]
`;
