import { crm } from './answered/crm.ts'
import { erp } from './answered/erp.ts'
import { followUps } from './answered/followUps.ts'
import { orders } from './answered/orders.ts'
import { overTime } from './answered/overTime.ts'
import { ranked } from './answered/ranked.ts'
import { revenueAndMargin } from './answered/revenueAndMargin.ts'
import type { AnsweredQuestion } from './types.ts'

/** The clock of the demo data: questions with relative times are asked at this instant. */
export const askedAt = '2026-11-22T12:00:00Z'

/** Questions with an answer, by what they are about. */
export const subjects: readonly (readonly [subject: string, questions: readonly AnsweredQuestion[]])[] = [
  ['Revenue and margin', revenueAndMargin],
  ['The first, the last, and only those that fit', ranked],
  ['Over time', overTime],
  ['Orders', orders],
  ['The CRM alone', crm],
  ['The ERP, alone and beside the others', erp],
  ['Follow-ups', followUps],
]

export const answered: readonly AnsweredQuestion[] = subjects.flatMap(([, questions]) => questions)
