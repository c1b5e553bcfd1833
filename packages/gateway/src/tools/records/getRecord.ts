import { readRecord } from '../../records/readRecord.ts'
import { tableToMarkdown } from '../results/toMarkdown.ts'
import type { Tool } from '../tool.ts'

/** Reads one record; see {@link readRecord}. */
export const getRecord: Tool<'get_record'> = {
  name: 'get_record',
  title: 'Read a record',
  description:
    'Reads one record, such as an account, live from every system that knows it. Each section says when it was read, ' +
    'and fails by itself when its system is down. Entities and sections are listed by describe_catalog.',
  run: readRecord,
  toText({ label, entity, id, sections }) {
    const body = sections.map(({ title, sourceTitle, columns, rows, status, error }) => {
      const read = rows.length > 0 ? tableToMarkdown(columns, rows) : 'None.'
      return `## ${title} (${sourceTitle})\n${status === 'failed' ? (error?.message ?? 'Could not be read.') : read}`
    })
    return [`# ${label} (${entity} ${id})`, ...body].join('\n\n')
  },
}
