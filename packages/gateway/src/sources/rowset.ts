import type { Column } from '@lakefront/contract'
import { rowColumnWriter } from '../arrow/rowColumns.ts'
import { arrowTypeOf } from '../arrow/types.ts'
import { inferType, largestScale } from './inferType.ts'
import { columnTypeOf } from './typeNames.ts'

/** A whole result as a source told it: names, perhaps the source's type names, and JSON values. */
export type Rowset = {
  columns: readonly { name: string; typeName?: string | undefined }[]
  rows: readonly (readonly unknown[])[]
  /** Whether the source says that there is more. */
  truncated: boolean
  bytesScanned?: number | null | undefined
}

/** Our columns for a rowset. A type that its values do not fit is not believed; untyped columns are inferred. */
export function typedColumns({ columns, rows }: Rowset): Column[] {
  const names = uniqueNames(columns.map(({ name }) => name))
  return columns.map(({ typeName }, index) => {
    const name = names[index]!
    const values = rows.map((row) => row[index] ?? null)
    const told = typeName === undefined ? undefined : { name, ...withScale(columnTypeOf(typeName), values) }
    if (told && fits(told, values)) return told
    const inferred = { name, ...inferType(values) }
    return fits(inferred, values) ? inferred : { name, type: 'text' }
  })
}

function withScale(shape: Pick<Column, 'type' | 'scale'>, values: readonly unknown[]): Pick<Column, 'type' | 'scale'> {
  if (shape.type !== 'decimal' || shape.scale !== undefined) return shape
  return { ...shape, scale: largestScale(values.filter((value) => value !== null).map(String)) }
}

function fits(column: Column, values: readonly unknown[]): boolean {
  try {
    rowColumnWriter(arrowTypeOf(column), values, column.name)
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
