import type { Answer, Row } from '@lakefront/contract'

/** The answer on one line, rows as lists in the order of `columns`. */
export function toJson(answer: Answer, rows: readonly Row[]): string {
  const {
    question,
    status,
    text,
    explanation,
    title,
    result,
    lineage,
    cost,
    warnings,
    clarification,
    error,
    approval,
  } = answer
  return JSON.stringify({
    question,
    status,
    steps: answer.steps.map(({ source, sql, rows, durationMs, bytesScanned }) => ({
      source,
      sql,
      rows,
      durationMs,
      bytesScanned,
    })),
    columns: result?.columns ?? [],
    rows,
    rowCount: rows.length,
    truncated: result?.truncated ?? false,
    lineage,
    cost,
    warnings,
    ...(clarification && { clarification }),
    ...(error && { error }),
    ...(approval && { approval }),
    title,
    text,
    explanation,
  })
}

const exitCodes: Partial<Record<Answer['status'], number>> = {
  answered: 0,
  clarification: 3,
  unavailable: 4,
  partial: 4,
  'approval-required': 5,
}

/**
 * 0 answered whole, 3 asks back, 4 a source was unavailable and so part or all is missing, 5 somebody has to agree first, 1
 * anything else.
 */
export function exitCodeOf({ status }: Answer): number {
  return exitCodes[status] ?? 1
}
