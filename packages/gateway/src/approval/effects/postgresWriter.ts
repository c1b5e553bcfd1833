import type { Cell } from '@lakefront/contract'
import postgres from 'postgres'
import { GatewayError } from '../../errors.ts'
import { postgresHost } from '../../postgresHost.ts'
import type { Preview, RecordWrite, RecordWriter } from './port.ts'
import { textOf } from './textOf.ts'
import { toWriteError } from './writeErrors.ts'

/** Names of effects that were written, so that none is written twice. Lies beside the records, in the same transaction. */
const effectTable = 'lakefront_effect'

type Sql = postgres.TransactionSql

export type PostgresWriterOptions = { source: string; title: string; url: string }

/** Writes records in a Postgres, as a user who may change these tables, and make one of its own unless it is there. */
export function openPostgresWriter({ source, title, url }: PostgresWriterOptions): RecordWriter {
  const pool = postgres(url, {
    ...postgresHost(url),
    max: 2,
    connect_timeout: 5,
    idle_timeout: 60,
    fetch_types: false,
    prepare: false,
    onnotice: () => undefined,
    connection: {
      application_name: 'lakefront-writer',
      TimeZone: 'UTC',
      statement_timeout: 10_000,
      lock_timeout: 5_000,
    },
    types: { text: { to: 25, from: [20, 1082, 1114, 1184, 1700], serialize: String, parse: (text: string) => text } },
  })
  const begin = async <Value>(work: (sql: Sql) => Promise<Value>): Promise<Value> => {
    try {
      return (await pool.begin(work)) as Value
    } catch (error) {
      throw toWriteError(error, { source, title })
    }
  }

  let table: Promise<unknown> | undefined
  function ensureTable(): Promise<unknown> {
    table ??= begin(makeEffectTable).catch((error) => {
      table = undefined
      throw error
    })
    return table
  }

  return {
    async preview(write, alsoRead) {
      const found: { preview?: Preview } = {}
      await begin(async (sql) => {
        found.preview = await writeOne(sql, write, alsoRead)
        // Nothing of it may stay.
        await sql.unsafe('rollback and chain')
      })
      return found.preview!
    },
    async apply(effectId, write) {
      await ensureTable()
      return begin(async (sql) => {
        // First of all, and held until the end: a second one under this name waits here, and finds what the first did.
        const [mine] = await sql.unsafe(claimEffect, [effectId])
        if (!mine) return recordOf(sql, effectId)
        const { before, after } = await writeOne(sql, write)
        if (before) checkUnchanged(write.before, before)
        const recordId = String(after[write.keyColumn])
        await sql.unsafe(`update ${effectTable} set record_id = $2 where effect_id = $1`, [effectId, recordId])
        return recordId
      })
    },
    close: () => pool.end({ timeout: 5 }),
  }
}

const createEffectTable = `
create table if not exists ${effectTable} (
  effect_id uuid primary key,
  record_id text,
  written_at timestamptz not null default now()
)`

/** Any number will do that nobody else locks. */
const effectTableLock = 7_261_840

/**
 * Postgres asks for the right to make tables even when there is none to be made, and two that make one at once collide, “if not
 * exists” or not: they take turns.
 */
async function makeEffectTable(sql: Sql): Promise<void> {
  const [found] = await sql.unsafe(`select to_regclass('${effectTable}') is not null as is_there`)
  if (found?.is_there === true) return
  await sql.unsafe('select pg_advisory_xact_lock($1::bigint)', [effectTableLock])
  await sql.unsafe(createEffectTable)
}

const claimEffect = `insert into ${effectTable} (effect_id) values ($1) on conflict do nothing returning effect_id`

async function recordOf(sql: Sql, effectId: string): Promise<string> {
  const [known] = await sql.unsafe(`select record_id from ${effectTable} where effect_id = $1`, [effectId])
  return String(known?.record_id)
}

async function writeOne(
  sql: Sql,
  { table, keyColumn, key, values }: Omit<RecordWrite, 'before'>,
  alsoRead: readonly string[] = [],
): Promise<Preview> {
  const columns = Object.keys(values)
  const given = Object.values(values)
  const shown = [...new Set([keyColumn, ...columns, ...alsoRead])].map(quote).join(', ')
  if (key === null) {
    const places = columns.map((_, index) => `$${index + 1}`).join(', ')
    const statement = `insert into ${quote(table)} (${columns.map(quote).join(', ')}) values (${places}) returning ${shown}`
    return { before: null, after: toCells((await sql.unsafe(statement, given))[0]) }
  }
  const where = `where ${quote(keyColumn)}::text = $1`
  const [before] = await sql.unsafe(`select ${shown} from ${quote(table)} ${where} for update`, [key])
  if (!before) throw new GatewayError({ code: 'record-not-found', message: `There is no record ${key} in ${table}.` })
  const set = columns.map((column, index) => `${quote(column)} = $${index + 2}`).join(', ')
  const [after] = await sql.unsafe(`update ${quote(table)} set ${set} ${where} returning ${shown}`, [key, ...given])
  return { before: toCells(before), after: toCells(after) }
}

function checkUnchanged(expected: RecordWrite['before'], found: Readonly<Record<string, Cell>>): void {
  const changed = Object.keys(expected).filter((column) => expected[column] !== textOf(found[column]))
  if (changed.length === 0) return
  throw new GatewayError({
    code: 'record-changed',
    message: `Somebody has changed ${changed.join(' and ')} since this was shown. Nothing was written; ask for it again.`,
  })
}

function toCells(row: postgres.Row | undefined): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([column, value]) => [column, value instanceof Date ? value.toISOString() : value]),
  )
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
