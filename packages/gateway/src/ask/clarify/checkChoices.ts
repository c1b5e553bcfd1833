import type { Clarification, ClarificationChoice } from '@lakefront/contract'
import { AskBack, mostChoices } from './AskBack.ts'

/** Stands in a message for what can be said only once it is known which choices lead on. */
export const offerMark = '{{offer}}'

/**
 * Keeps the choices that lead on when they are clicked: those that would be answered, or of which something narrower
 * would be asked.
 *
 * @param understand - Reads a question without looking anything up; throws what would be asked back.
 */
export function checkChoices(clarification: Clarification, understand: (question: string) => void): Clarification {
  const choices: ClarificationChoice[] = []
  for (const choice of clarification.choices) {
    if (choices.length === mostChoices) break
    if (choices.some(({ question }) => question === choice.question)) continue
    if (leadsOn(choice.question, clarification, understand)) choices.push(choice)
  }
  const offer =
    choices.length > 0 ? 'Did you mean one of these?' : 'Ask for something that the catalog lists, or leave it out.'
  return { ...clarification, choices, message: clarification.message.replace(offerMark, offer) }
}

function leadsOn(question: string, asked: Clarification, understand: (question: string) => void): boolean {
  try {
    understand(question)
    return true
  } catch (error) {
    if (!(error instanceof AskBack)) return false
    const { reason, words, choices } = error.clarification
    if (reason === 'ambiguous') return choices.length > 0
    return words.length > 0 && words.length < asked.words.length && words.every((word) => asked.words.includes(word))
  }
}
