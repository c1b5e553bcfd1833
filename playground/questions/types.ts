/** A question whose answer is known from SQL that a person wrote, over the raw data of all three systems. */
export type AnsweredQuestion = {
  question: string
  /** Follow-ups asked in the same conversation; the last one's answer is compared. */
  followUps?: readonly string[]
  /** DuckDB statement over the schemas `lakehouse`, `crm` and `erp`; its columns are the visible ones, in order. */
  sql: string
  /** Whether the order of rows is part of the answer. */
  ordered?: boolean
  /** Record that the question is asked from. */
  context?: { entity: string; id: string; label: string }
}

/** A question that must be asked back, with words that the clarification must name and something it must offer. */
export type UnclearQuestion = {
  question: string
  followUps?: readonly string[]
  words: readonly string[]
  offers?: string
}

/** A question that must be refused. */
export type RefusedQuestion = { question: string; because: string }
