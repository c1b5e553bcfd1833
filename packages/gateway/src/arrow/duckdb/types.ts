import { DuckDBDecimalType, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api'
import type { Column, ColumnType } from '@lakefront/contract'
import type { ArrowType } from '../port.ts'

const simpleTypes: Partial<Record<DuckDBTypeId, [ColumnType, ArrowType]>> = {
  [DuckDBTypeId.BOOLEAN]: ['boolean', { kind: 'boolean' }],
  [DuckDBTypeId.TINYINT]: ['integer', { kind: 'int32' }],
  [DuckDBTypeId.SMALLINT]: ['integer', { kind: 'int32' }],
  [DuckDBTypeId.INTEGER]: ['integer', { kind: 'int32' }],
  [DuckDBTypeId.UTINYINT]: ['integer', { kind: 'int32' }],
  [DuckDBTypeId.USMALLINT]: ['integer', { kind: 'int32' }],
  [DuckDBTypeId.UINTEGER]: ['integer', { kind: 'int64' }],
  [DuckDBTypeId.BIGINT]: ['integer', { kind: 'int64' }],
  [DuckDBTypeId.HUGEINT]: ['decimal', { kind: 'decimal', precision: 38, scale: 0 }],
  [DuckDBTypeId.FLOAT]: ['float', { kind: 'float64' }],
  [DuckDBTypeId.DOUBLE]: ['float', { kind: 'float64' }],
  [DuckDBTypeId.DATE]: ['date', { kind: 'date' }],
  [DuckDBTypeId.TIMESTAMP]: ['timestamp', { kind: 'timestamp' }],
  [DuckDBTypeId.TIMESTAMP_S]: ['timestamp', { kind: 'timestamp' }],
  [DuckDBTypeId.TIMESTAMP_MS]: ['timestamp', { kind: 'timestamp' }],
  [DuckDBTypeId.TIMESTAMP_NS]: ['timestamp', { kind: 'timestamp', isNanoseconds: true }],
  [DuckDBTypeId.TIMESTAMP_TZ]: ['timestamp', { kind: 'timestamptz' }],
  [DuckDBTypeId.UBIGINT]: ['decimal', { kind: 'decimal', precision: 20, scale: 0 }],
  [DuckDBTypeId.UHUGEINT]: ['decimal', { kind: 'text' }],
  [DuckDBTypeId.BIGNUM]: ['decimal', { kind: 'text' }],
  [DuckDBTypeId.BLOB]: ['binary', { kind: 'binary' }],
  [DuckDBTypeId.GEOMETRY]: ['binary', { kind: 'binary' }],
  [DuckDBTypeId.LIST]: ['list', { kind: 'text' }],
  [DuckDBTypeId.ARRAY]: ['list', { kind: 'text' }],
  [DuckDBTypeId.STRUCT]: ['struct', { kind: 'text' }],
  [DuckDBTypeId.MAP]: ['struct', { kind: 'text' }],
  [DuckDBTypeId.UNION]: ['struct', { kind: 'text' }],
  [DuckDBTypeId.VARIANT]: ['struct', { kind: 'text' }],
}

/** Our column and its Arrow layout for a column that DuckDB answers. */
export function columnOfDuckdb(name: string, type: DuckDBType): { column: Column; arrow: ArrowType } {
  if (type instanceof DuckDBDecimalType) {
    const { width: precision, scale } = type
    return { column: { name, type: 'decimal', scale }, arrow: { kind: 'decimal', precision, scale } }
  }
  if (type.alias === 'JSON') return { column: { name, type: 'struct' }, arrow: { kind: 'text' } }
  const [columnType, arrow] = simpleTypes[type.typeId] ?? ['text', { kind: 'text' }]
  const column: Column = { name, type: columnType }
  return { column: arrow.kind === 'decimal' ? { ...column, scale: arrow.scale } : column, arrow }
}
