import type { CatalogTable } from '@lakefront/contract'

/** The table that a view means, whichever of both names is the longer one. */
export function findTable(tables: readonly CatalogTable[], table: string): CatalogTable | undefined {
  const plain = (name: string) => name.replace(/["`]/g, '').toLowerCase()
  const isSame = (name: string) => plain(name) === plain(table) || plain(table).endsWith(`.${plain(name)}`)
  return tables.find(({ name }) => isSame(name) || plain(name).endsWith(`.${plain(table)}`))
}
