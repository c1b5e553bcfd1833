import { measureOf } from '../../../federation/plan/answer/outputs.ts'
import { askAgain } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import type { MeasureUse } from '../../intent.ts'
import { textOf } from '../../read/tokens.ts'
import type { DraftContext } from '../context.ts'

/** Asks about words that were read but would not change the answer: passing over them would be a wrong answer. */
export function checkUnused(draft: Draft, measures: readonly MeasureUse[], context: DraftContext): void {
  const { question, tokens } = context
  const [unused] = draft.unused
  if (unused) {
    const rest = textOf(question, tokens, unused.from, tokens.length)
    throw askAgain(
      [rest],
      `I do not know what to leave out by "${rest}". Name a value, such as a place or a channel.`,
      [],
    )
  }
  if (draft.mismatched) {
    const { value, term } = draft.mismatched
    const noun = textOf(question, tokens, term.from, term.to)
    throw askAgain([value.text, noun], `No ${noun} is called "${value.text}".`, [])
  }
  const [money] = isOfMoney(measures, context) ? [] : draft.moneyWords
  if (money) {
    const word = textOf(question, tokens, money.from, money.to)
    const titles = measures.flatMap((use) => (use.kind === 'measure' ? [measureOf(use.ref, context.model)] : []))
    const named = titles.map(({ displayName }) => displayName).join(' and ')
    throw askAgain([word], `${named || 'What you ask for'} is a count, so I cannot tell its "${word}".`, [])
  }
}

/** `value` beside a count asks for money that the count does not hold. */
function isOfMoney(measures: readonly MeasureUse[], { model }: DraftContext): boolean {
  const counts = measures.filter(
    (use) => use.kind === 'records' || (use.kind === 'measure' && measureOf(use.ref, model).format.unit !== 'currency'),
  )
  return counts.length === 0
}
