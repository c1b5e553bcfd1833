/** Metric view files that were refused. Its message lists every problem with file and path. */
export class SemanticModelError extends Error {
  override readonly name = 'SemanticModelError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The semantic model was refused:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.problems = problems
  }
}
