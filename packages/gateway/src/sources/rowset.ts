import type { ChartSpec, Column } from '@lakefront/contract'
import type { ArrowType } from '../arrow/port.ts'
import { rowColumnWriter } from '../arrow/rowColumns.ts'
import { arrowTypeOf, arrowTypeOfValues } from '../arrow/types.ts'
import { inferType, largestScale } from './inferType.ts'
import { columnTypeOf } from './typeNames.ts'

/** A whole result as a source told it: names, perhaps the source's type names, and JSON values. */
export type Rowset = {
  columns: readonly { name: string; typeName?: string | undefined }[]
  rows: readonly (readonly unknown[])[]
  /** Whether the source says that there is more. */
  truncated: boolean
  bytesScanned?: number | null | undefined
  /** How the source would draw them. */
  chart?: ChartSpec | undefined
}

/** Our columns for a rowset, and how their values are laid out. */
export type TypedColumns = { columns: readonly Column[]; types: readonly ArrowType[] }

/** Types a rowset. A type that its values do not fit is not believed; untyped columns are inferred. */
export function typedColumns({ columns, rows }: Rowset): TypedColumns {
  const names = uniqueNames(columns.map(({ name }) => name))
  const typed = columns.map(({ typeName }, index) => {
    const values = rows.map((row) => row[index] ?? null)
    const told = typeName === undefined ? undefined : withScale(columnTypeOf(typeName), values)
    const shapes = [...(told ? [told] : []), ...(told?.type === 'integer' ? [wideInteger] : []), inferType(values)]
    return typedColumn(names[index]!, shapes, values)
  })
  return { columns: typed.map(({ column }) => column), types: typed.map(({ type }) => type) }
}

/** Unsigned integers of 64 bits, and wider ones. */
const wideInteger = { type: 'decimal', scale: 0 } as const

type Shape = Pick<Column, 'type' | 'scale'>

/** The first shape that the values fit; text fits all. */
function typedColumn(name: string, shapes: readonly Shape[], values: readonly unknown[]) {
  for (const shape of shapes) {
    const type = arrowTypeOfValues(shape, values)
    const isText = type.kind === 'text' && arrowTypeOf(shape).kind !== 'text'
    if (!isText && fits(type, values)) return { column: { name, ...shape }, type }
  }
  return { column: { name, type: 'text' as const }, type: { kind: 'text' as const } }
}

function withScale(shape: Shape, values: readonly unknown[]): Shape {
  if (shape.type !== 'decimal' || shape.scale !== undefined) return shape
  return { ...shape, scale: largestScale(values.filter((value) => value !== null).map(String)) }
}

function fits(type: ArrowType, values: readonly unknown[]): boolean {
  try {
    rowColumnWriter(type, values, '')
    return true
  } catch {
    return false
  }
}

function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, index) => {
    const base = name === '' ? `column${index + 1}` : name
    let unique = base
    for (let number = 2; taken.has(unique); number++) unique = `${base}_${number}`
    taken.add(unique)
    return unique
  })
}
