import type { WriteConfig } from '../../config/types.ts'

/**
 * Kinds of personal data among some columns, as far as the configuration names them for what may be written.
 *
 * @param columns - `source.table.column`; the column `*` is every one of the table.
 */
export function piiClassesOf(
  columns: readonly string[],
  writes: Readonly<Record<string, WriteConfig>> = {},
): readonly string[] {
  const read = new Set(columns)
  const classes = Object.values(writes).flatMap(({ source, table, columns: known }) =>
    known.flatMap(({ name, piiClass }) => {
      const isRead = read.has(`${source}.${table}.${name}`) || read.has(`${source}.${table}.*`)
      return isRead && piiClass !== undefined ? [piiClass] : []
    }),
  )
  return [...new Set(classes)].sort()
}
