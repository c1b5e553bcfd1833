import type { Cell, Column, Row } from '@lakefront/contract'
import { createTestClient, sampleResultPage } from '@lakefront/testing'
import fc from 'fast-check'
import { arrowSource } from '../columns/arrowSource.ts'
import { cellSource, type RowSource } from '../columns/rowSource.ts'
import { createEngine } from '../engine/createEngine.ts'
import type { ArrangeJob, Job } from '../engine/jobs.ts'
import { runThrough } from '../engine/steps.ts'

/** A column of every type that has an order of its own. */
export const columns: readonly Column[] = [
  { name: 'integer', type: 'integer' },
  { name: 'decimal', type: 'decimal', scale: 10 },
  { name: 'float', type: 'float' },
  { name: 'text', type: 'text' },
  { name: 'boolean', type: 'boolean' },
  { name: 'date', type: 'date' },
  { name: 'timestamp', type: 'timestamp' },
  { name: 'list', type: 'list' },
]
export const columnIndexes = columns.map((_column, columnIndex) => columnIndex)
const indexOf = (name: string) => columns.findIndex((column) => column.name === name)
export const integer = indexOf('integer')
export const decimal = indexOf('decimal')
export const float = indexOf('float')
export const text = indexOf('text')
export const date = indexOf('date')
export const timestamp = indexOf('timestamp')

const time = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const texts = [
  '',
  'Zeta',
  'zeta',
  'Éclair',
  'eclair',
  'Straße',
  'item 2',
  'item 10',
  'item 010',
  'مصنع',
  'שלום',
  '東京',
]
const signed = (digits: string, negative: boolean) => (negative && /[1-9]/.test(digits) ? `-${digits}` : digits)
const digits = (count: number) => fc.bigInt({ min: 0n, max: 10n ** BigInt(count) - 1n }).map(String)

const cells: readonly fc.Arbitrary<Cell>[] = [
  fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -3n, max: 3n })).map(String),
  fc
    .tuple(fc.oneof(digits(1), digits(28)), fc.oneof(fc.constant('0'), digits(10)), fc.boolean())
    .map(([whole, fraction, negative]) => signed(`${whole}.${fraction.padStart(10, '0')}`, negative)),
  fc.oneof(
    fc.constantFrom<Cell[]>('NaN', 'Infinity', '-Infinity', 0, 0.1),
    fc.float({ noNaN: true, noDefaultInfinity: true }),
  ),
  fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', maxLength: 8 })),
  fc.boolean(),
  time.map((moment) => moment.toISOString().slice(0, 10)),
  time.map((moment) => moment.toISOString()),
  fc.constantFrom('["1"]', '["2","1"]', '[]'),
]

/** Rows as a page has them, with few enough different values that some are equal. */
export const anyRows: fc.Arbitrary<Row[]> = fc.array(
  fc.tuple(...cells.map((cell) => fc.option(cell.map(plainZero), { freq: 6 }))),
  { maxLength: 40 },
)

/** JSON knows no minus zero. */
function plainZero(cell: Cell): Cell {
  return cell === 0 ? 0 : cell
}

export async function fromCells(rows: readonly Row[]): Promise<RowSource> {
  return cellSource(columns, (rowIndex, columnIndex) => rows[rowIndex]?.[columnIndex] ?? null)
}

/** The same rows, as they come over the wire, in batches of seven. */
export async function fromArrow(rows: readonly Row[]): Promise<RowSource> {
  async function* readResult() {
    for (let start = 0; start < rows.length; start += 7) yield rows.slice(start, start + 7)
  }
  const page = sampleResultPage({ columns: [...columns], rows: [], complete: false })
  const { source, push } = arrowSource(columns)
  for await (const { messages } of createTestClient({}, { readResult }).openResult(page)) push(messages)
  return source
}

export function run<job extends Job>(source: RowSource, job: job) {
  return runThrough(createEngine(source, { locale: 'en', timeZone: 'UTC' }).run(job))
}

/** Everything that is not said is left as it is. */
export function arrange(rows: readonly Row[], job: Partial<ArrangeJob> = {}): ArrangeJob {
  return { type: 'arrange', sort: [], filters: [], groupBy: null, aggregates: [], rowCount: rows.length, ...job }
}
