import type { Answer, Cost, Lineage, ResultPage, Step } from '@lakefront/contract'
import type { Turn } from '../types.ts'
import { saysOnly, wordsOf } from './knownWords.ts'
import { withoutValues } from './withoutValues.ts'

/** The small words of a title, beside those of the question and of the columns. */
const titleWords = 'a all and by for in number of or over per row share the total with'

/**
 * What may be kept of a turn: question and where it was asked, statements, plan, cost, lineage, verdicts and the name of the live result. Every
 * field is named here, so that one which comes to a turn later is left out until somebody has judged it. Sentences of
 * the gateway's are left out, since they may say what rows hold; the metric views' expressions are the team's own.
 */
export function toStoredTurn(turn: Turn): Turn {
  const { id, question, status, answerId, conversationId, askedAt, answeredAt, durationMs } = turn
  const { context, cost, lineage, result, warnings, error, approvalId } = turn
  const said = wordsOf(question)
  return {
    ...{ id, question, status, answerId, conversationId, askedAt, answeredAt, durationMs },
    // Which record, but not what it is called: that was read from one.
    context: context && { entity: context.entity, id: context.id },
    title: storedTitle(turn),
    explanation: '',
    text: '',
    steps: turn.steps.map((step) => storedStep(step, said)),
    cost: cost && storedCost(cost),
    lineage: lineage && storedLineage(lineage),
    result: result && storedResult(result),
    warnings: warnings.map(({ code, source }) => ({ code, source, message: '' })),
    suggestions: [],
    approvalId,
    error: error && storedError(error),
  }
}

function storedTitle({ title, question, result }: Turn): string {
  const columns = (result?.columns ?? []).flatMap((column) => [column.name, column.title ?? ''])
  return saysOnly(title, wordsOf(titleWords, question, ...columns)) ? title : ''
}

function storedStep(step: Step, said: ReadonlySet<string>): Step {
  const { id, source, sourceTitle, sql, dialect, status, rows, durationMs, bytesScanned, keysPushed, dependsOn } = step
  const facts = { id, source, sourceTitle, dialect, status, rows, durationMs, bytesScanned, keysPushed, dependsOn }
  return { ...facts, purpose: '', sql: withoutValues(sql, dialect, said) }
}

function storedCost({ estimate, actual, pricesAsOf }: Cost): Cost {
  const { low, expected, high, confidence } = estimate
  return { estimate: { low, expected, high, confidence, basis: '' }, actual, pricesAsOf }
}

function storedLineage({ sources, columns }: Lineage): Lineage {
  return {
    sources: sources.map(({ source, title, tables, readAt }) => ({ source, title, tables, readAt })),
    columns: columns.map(({ column, from, expression, definition, comment }) => ({
      column,
      from,
      expression,
      definition,
      comment,
    })),
  }
}

/** Without its signed link: whoever may read the result is given another. */
function storedResult({ handle, columns, truncated, expiresAt }: ResultPage): ResultPage {
  return { handle, columns, rows: [], offset: 0, rowCount: null, truncated, complete: false, url: '', expiresAt }
}

function storedError({ code, retryable, source, retryAt }: NonNullable<Answer['error']>) {
  return { code, message: '', retryable, source, retryAt }
}
