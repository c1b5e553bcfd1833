import { type Cell, useFederatedQuery } from '@lakefront/react'

/** Rows of a short statement at the CRM, read live; `undefined` while they are on their way. */
export function useCrmRows(sql: string) {
  const { data, error, refetch } = useFederatedQuery({ source: 'crm', sql })
  const rows = data?.result.rows.map((row) => row.map(textOf))
  return { rows, error, refetch }
}

const textOf = (cell: Cell) => (cell === null ? '' : String(cell))

/** A key from the page's address as SQL may hold it: digits, else none. */
export const keyOf = (id: string) => (/^\d{1,15}$/.test(id) ? id : 'null')
