import { findRecords } from '../../records/findRecords.ts'
import type { Tool } from '../tool.ts'

/** Finds records by name or key; see {@link findRecords}. */
export const searchRecords: Tool<'search_records'> = {
  name: 'search_records',
  title: 'Search records',
  description:
    'Finds records of an entity by words in their name, whatever the case or accents, or by their key. ' +
    'An empty query lists them in order of name.',
  run: findRecords,
  toText({ records, total }) {
    const lines = records.map(({ label, id, fields }) => {
      const facts = fields.map(({ value }) => value).filter((value) => value !== null)
      return `- ${label} (id ${id})${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`
    })
    return [`${total ?? 'Some'} found.`, ...lines].join('\n')
  },
}
