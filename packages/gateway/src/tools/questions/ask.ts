import { answerQuestion } from '../../ask/answer/answerQuestion.ts'
import { resultToMarkdown } from '../results/toMarkdown.ts'
import type { Tool } from '../tool.ts'

/** Asks in plain words; see {@link answerQuestion}. */
export const ask: Tool<'ask'> = {
  name: 'ask',
  title: 'Ask a question',
  description:
    'Answers a question in plain words about figures and records, computed live across the connected systems. ' +
    'Asks back (status "clarification", with choices) when a word is unknown or ambiguous; it never guesses. ' +
    'Pass conversationId of an earlier answer to ask a follow-up such as "only 2025" or "by month".',
  run: answerQuestion,
  toText({ text, explanation, result, warnings, clarification, suggestions, conversationId }) {
    const parts = [
      text,
      clarification?.choices.map(({ label, question }) => `- ${label}: “${question}”`).join('\n'),
      result && resultToMarkdown(result),
      explanation,
      ...warnings.map(({ message }) => `Note: ${message}`),
      suggestions.length > 0 && `Follow up (conversationId \`${conversationId}\`): ${suggestions.join(' · ')}`,
    ]
    return parts.filter(Boolean).join('\n\n')
  },
  resultOf: ({ result }) => result,
}
