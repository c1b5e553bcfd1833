/** A configuration that was refused. Its message lists every problem, each with the path to the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  /** One line each, such as `sources.lakehouse.mcp.url: expected a URL, got "foo"`. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[], { file }: { file?: string | undefined } = {}) {
    const where = file ?? 'The configuration'
    super(`${where} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${list(problems)}`)
    this.problems = problems
  }
}

function list(problems: readonly string[]): string {
  return problems.map((problem) => `  ${problem}`).join('\n')
}
