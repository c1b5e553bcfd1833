import type { ParquetWriter } from 'hyparquet-writer'

// The library's own types, taken from where it uses them: it does not export them all.
export type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]
export type ColumnSource = Parameters<ParquetWriter['write']>[0]['columnData'][number]
