import type { Clarification, ClarificationChoice } from '@lakefront/contract'

/** More than these nobody reads. */
export const mostChoices = 6

/** Thrown inside the reading of a question, to ask the person back. Never leaves the planner. */
export class AskBack extends Error {
  override readonly name = 'AskBack'
  readonly clarification: Clarification

  constructor(clarification: Clarification) {
    super(clarification.message)
    this.clarification = clarification
  }
}

/** Asks which of several meanings a word has. */
export function askWhich(word: string, message: string, choices: readonly ClarificationChoice[]): AskBack {
  return new AskBack({ reason: 'ambiguous', words: [word], message, choices: [...choices] })
}

/** Says what was not understood, with the nearest things that would be. */
export function askAgain(words: readonly string[], message: string, choices: readonly ClarificationChoice[]): AskBack {
  return new AskBack({ reason: 'not-understood', words: [...words], message, choices: [...choices] })
}
