import type { Autonomy, AutonomyLevel, AutonomyLimits, Column } from '@lakefront/react'
import { readNumber, writeNumber } from '../result-table/filter/readNumber.ts'

type AmountField = 'costUsdPerEffect' | 'costUsdPerDay'
type CountField = 'rows' | 'people'
type ListField = 'piiClasses' | 'channels'
export type LimitField = AmountField | CountField | ListField

const amountFields: readonly AmountField[] = ['costUsdPerEffect', 'costUsdPerDay']
const countFields: readonly CountField[] = ['rows', 'people']
export const listFields: readonly ListField[] = ['piiClasses', 'channels']

/** A setting as somebody types it. */
export type AutonomyDraft = { level: AutonomyLevel; fields: Readonly<Record<LimitField, string>> }

export type LimitProblem = 'notAmount' | 'notWhole'

type Setting = Pick<Autonomy, 'level' | 'limits'>

const number: Column = { name: 'limit', type: 'decimal' }
const integer = /^\d+$/

/** A setting as it stands in the fields; a limit that is left out is an empty field. */
export function draftOf({ level, limits }: Setting, locale: string): AutonomyDraft {
  const write = (value: number | undefined) => (value === undefined ? '' : writeNumber(String(value), number, locale))
  const list = (values: readonly string[] | undefined) => (values ?? []).join(', ')
  const fields = {
    costUsdPerEffect: write(limits.costUsdPerEffect),
    costUsdPerDay: write(limits.costUsdPerDay),
    rows: write(limits.rows),
    people: write(limits.people),
    piiClasses: list(limits.piiClasses),
    channels: list(limits.channels),
  }
  return { level, fields }
}

/** What the fields say, or what is wrong with which. */
export function readDraft(
  { fields }: AutonomyDraft,
  locale: string,
): { limits: AutonomyLimits; problems: Partial<Record<LimitField, LimitProblem>> } {
  const limits: AutonomyLimits = {}
  const problems: Partial<Record<LimitField, LimitProblem>> = {}
  const read = (field: AmountField | CountField, accepts: RegExp, problem: LimitProblem) => {
    const text = fields[field].trim()
    if (text === '') return
    const value = readNumber(text, number, locale)
    if (value !== undefined && accepts.test(value)) limits[field] = Number(value)
    else problems[field] = problem
  }
  for (const field of amountFields) read(field, notNegative, 'notAmount')
  for (const field of countFields) read(field, integer, 'notWhole')
  for (const field of listFields) {
    const values = fields[field].split(',').map((value) => value.trim())
    const kept = [...new Set(values.filter(Boolean))]
    if (kept.length > 0) limits[field] = kept
  }
  return { limits, problems }
}

const notNegative = /^[^-]/

/** Whether two drafts say the same. */
export function isSameDraft(left: AutonomyDraft, right: AutonomyDraft): boolean {
  return left.level === right.level && JSON.stringify(left.fields) === JSON.stringify(right.fields)
}
