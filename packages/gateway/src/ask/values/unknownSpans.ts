import type { Claim } from '../read/claims.ts'
import { type Token, textOf } from '../read/tokens.ts'
import { unknownTokens } from './candidates.ts'

/** A stretch of the question that nothing explains. */
export type Span = { from: number; to: number; text: string }

/** The stretches of a question that neither words of the model nor values explain. */
export function unknownSpans(question: string, tokens: readonly Token[], claims: readonly Claim[]): Span[] {
  const spans: { from: number; to: number }[] = []
  for (const index of [...unknownTokens(tokens, claims)].sort((one, other) => one - other)) {
    const last = spans.at(-1)
    if (last?.to === index) last.to = index + 1
    else spans.push({ from: index, to: index + 1 })
  }
  return spans.map(({ from, to }) => ({ from, to, text: textOf(question, tokens, from, to) }))
}
