import type { UseAuditParameters } from '@lakefront/react/governance'
import { timeOfField } from '../../result-table/filter/fieldTime.ts'

/** What a person has put into the fields; empty means any. Days are `yyyy-mm-dd`. */
export type AuditFilters = { userId: string; tool: string; source: string; status: string; from: string; to: string }

export const noFilters: AuditFilters = { userId: '', tool: '', source: '', status: '', from: '', to: '' }

/** Tools whose calls are on the record. */
export const recordedTools = [
  'ask',
  'run_query',
  'get_record',
  'search_records',
  'create_record',
  'update_record',
  'decide_approval',
  'export_result',
  'revoke_grant',
  'set_autonomy',
  'read_audit',
  'report_spending',
]

/** How calls end. */
export const endings = [
  'answered',
  'partial',
  'clarification',
  'unavailable',
  'refused',
  'approval-required',
  'cancelled',
  'failed',
  'done',
  'running',
]

export function hasFilters(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => value !== '')
}

/** The filters as the gateway takes them: from the start of the first day to the end of the last, where the reader is. */
export function toQuery({ from, to, ...texts }: AuditFilters, timeZone: string | undefined): UseAuditParameters {
  const given = Object.entries(texts).map(([name, text]) => [name, text.trim()] as const)
  const settings = { timeZone, wallClock: false }
  return {
    ...Object.fromEntries(given.filter(([, text]) => text !== '')),
    ...(from && { from: timeOfField(`${from}T00:00:00`, 'low', settings) }),
    ...(to && { to: timeOfField(`${dayAfter(to)}T00:00:00`, 'low', settings) }),
  }
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
