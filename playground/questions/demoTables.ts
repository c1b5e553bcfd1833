import { DatabaseSync } from 'node:sqlite'
import postgres from 'postgres'
import type { Addresses } from '../services/addresses.ts'
import type { OracleTable } from './oracle.ts'

type TextRow = Record<string, string | null>

/** Every CRM table as it is in Postgres, without the gateway in between. */
export async function readCrmTables({ crm }: Addresses): Promise<OracleTable[]> {
  const database = postgres(crm, { max: 1, onnotice: () => {} })
  try {
    const columns = await database<{ table_name: string; column_name: string; data_type: string }[]>`
      select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by ordinal_position`
    const tables = Map.groupBy(columns, (column) => column.table_name)
    const reading = [...tables].map(async ([name, members]) => {
      const asText = members.map(({ column_name }) => `"${column_name}"::text`).join(', ')
      const rows = await database.unsafe<TextRow[]>(`select ${asText} from public."${name}"`)
      const types = members.map(({ column_name, data_type }) => [column_name, duckdbType(data_type)])
      return { schema: 'crm', name, columns: Object.fromEntries(types), rows: [...rows] }
    })
    return await Promise.all(reading)
  } finally {
    await database.end()
  }
}

function duckdbType(postgresType: string): string {
  if (postgresType === 'numeric') return 'decimal(18, 2)'
  return postgresType === 'text' ? 'varchar' : postgresType
}

/** Every ERP table as it is in SQLite; money comes from the stored cents. */
export function readErpTables({ dataFolder }: Addresses): OracleTable[] {
  const database = new DatabaseSync(`${dataFolder}/erp.sqlite`, { readOnly: true })
  try {
    return ['orders', 'order_lines', 'invoices', 'credit', 'shipments', 'inventory'].map((name) => {
      const stored = database.prepare(`select name, type from pragma_table_xinfo(?) where hidden = 0`).all(name)
      const rows = database.prepare(`select * from ${name}`).all()
      const members = stored.map((column) => erpColumn(String(column.name), String(column.type)))
      return {
        schema: 'erp',
        name,
        columns: Object.fromEntries(members.map(({ shown, type }) => [shown, type])),
        rows: rows.map((row) => Object.fromEntries(members.map(({ shown, read }) => [shown, read(row)]))),
      }
    })
  } finally {
    database.close()
  }
}

type SqliteRow = Record<string, unknown>

function erpColumn(name: string, type: string) {
  const text = (row: SqliteRow) => (row[name] === null ? null : String(row[name]))
  if (!name.endsWith('_cents')) return { shown: name, type: type === 'TEXT' ? 'varchar' : type, read: text }
  return { shown: name.replace('_cents', ''), type: 'decimal(18, 2)', read: (row: SqliteRow) => dollars(text(row)) }
}

/** `-5` cents are `-0.05` dollars. */
function dollars(cents: string | null): string | null {
  if (cents === null) return null
  const digits = cents.replace('-', '').padStart(3, '0')
  return `${cents.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
