import type { Clarification } from '@lakefront/contract'
import { mostChoices } from './AskBack.ts'

/** What to answer to nothing: the question has no word in it. */
export function emptyQuestion(starters: readonly string[]): Clarification {
  return {
    reason: 'empty',
    words: [],
    message: 'Ask a question in your own words, for example one of these.',
    choices: starters.slice(0, mostChoices).map((question) => ({ label: question, question })),
  }
}

/** What to answer to a novel. */
export function tooLong(length: number, longest: number): Clarification {
  const message = `The question has ${length.toLocaleString('en-US')} characters; ${longest.toLocaleString('en-US')} are as many as can be read. Say it in fewer words.`
  return { reason: 'too-long', words: [], message, choices: [] }
}
