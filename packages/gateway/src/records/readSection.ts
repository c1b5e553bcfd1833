import type { Column, RecordSection } from '@lakefront/contract'
import type { RecordSectionConfig } from '../config/types.ts'
import { writeStatement } from '../federation/plan/statement/statement.ts'
import type { Rooms } from '../rooms.ts'
import { identifier } from '../semantic/sqlText.ts'
import type { Dialect } from '../sources/port.ts'
import type { FoundEntity } from './entityOf.ts'
import { keyCondition } from './keyCondition.ts'
import { memberColumn } from './memberColumn.ts'
import type { Identity } from './readIdentity.ts'
import { readRows } from './readRows.ts'
import { selectFromView } from './selectFromView.ts'

/** What the sections of one record share. */
export type RecordWork = {
  found: FoundEntity
  id: string
  identity: Promise<Identity>
  rooms: Rooms
  signal: AbortSignal
}

type Read = Pick<RecordSection, 'columns' | 'rows' | 'truncated' | 'asOf' | 'durationMs'>
type Section<Kind extends RecordSectionConfig['kind']> = Extract<RecordSectionConfig, { kind: Kind }>

const defaultLimit = 50

/** Reads one section. Throws what its source throws. */
export function readSection(section: RecordSectionConfig, work: RecordWork): Promise<Read> {
  if (section.kind === 'fields') return readFields(section, work)
  return section.kind === 'table' ? readTable(section, work) : readFigure(section, work)
}

async function readFields({ dimensions }: Section<'fields'>, { identity }: RecordWork): Promise<Read> {
  const { fields, asOf, durationMs } = await identity
  const shown = dimensions.map((name) => fields.get(name)!)
  const columns = shown.map(({ column }) => column)
  return { columns, rows: [shown.map(({ value }) => value)], truncated: false, asOf, durationMs }
}

async function readTable(section: Section<'table'>, { id, rooms, signal }: RecordWork): Promise<Read> {
  const source = rooms.sources.get(section.source)!
  const { limit = defaultLimit } = section
  const keyType = await rooms.catalogs.typeOf(section.source, section.table, section.keyColumn, signal)
  const sql = selectRows(section, { id, keyType, limit: limit + 1, dialect: source.dialect })
  const read = await readRows(source, sql, { signal, limit })
  return { ...read, rows: read.rows, columns: read.columns.map((column, index) => describe(column, section, index)) }
}

type SelectRows = { id: string; keyType: Column['type'] | undefined; limit: number; dialect: Dialect }

function selectRows(section: Section<'table'>, { id, keyType, limit, dialect }: SelectRows): string {
  const { table, columns, keyColumn, orderBy, descending } = section
  const order = orderBy === undefined ? [] : [`${identifier(orderBy, dialect)}${descending ? ' desc' : ''}`]
  const statement = {
    select: columns.map(({ name }) => ({ sql: identifier(name, dialect), name })),
    from: table
      .split('.')
      .map((part) => identifier(part, dialect))
      .join('.'),
    where: [keyCondition(identifier(keyColumn, dialect), id, keyType, dialect)],
    groupBy: [],
    having: [],
    orderBy: order,
    limit,
  }
  return writeStatement(statement, dialect)
}

/** A column that only serves another one's link is a key: there for programs, not for people. */
function describe(column: Column, { columns }: Section<'table'>, index: number): Column {
  const { name, title, unit, currency, opens } = columns[index]!
  const isLink = title === undefined && columns.some((other) => other.opens?.keyColumn === name && other.name !== name)
  return {
    ...column,
    name,
    ...(title !== undefined && { title }),
    ...(unit !== undefined && { unit }),
    ...(currency !== undefined && { currency }),
    ...(opens && { opens }),
    ...(isLink && { role: 'key' as const }),
  }
}

async function readFigure(
  { measure: figure }: Section<'figure'>,
  { id, found, rooms, signal }: RecordWork,
): Promise<Read> {
  const [viewName = '', measure = ''] = figure.split('.')
  const view = await rooms.catalogs.bind(rooms.model.views.get(viewName)!, signal)
  const source = rooms.sources.get(view.sourceId)!
  const key = viewName === found.entity.view ? found.entity.key : found.entity.references![viewName]!
  const keyType = view.dimensions.find(({ name }) => name === key)?.type
  const sql = selectFromView({
    view,
    dialect: source.dialect,
    dimensions: [],
    measures: [measure],
    where: (writer) => [keyCondition(writer.member(key), id, keyType, source.dialect)],
  })
  const read = await readRows(source, sql, { signal, limit: 1 })
  const member = view.measures.find(({ name }) => name === measure)
  return { ...read, columns: read.columns.map((column) => memberColumn({ ...column, role: 'measure' }, member)) }
}
