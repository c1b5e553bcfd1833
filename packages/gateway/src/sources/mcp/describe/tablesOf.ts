import type { CatalogTable } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/client'
import * as z from 'zod'
import { columnTypeOf } from '../../typeNames.ts'

const columnSchema = z.object({
  name: z.string(),
  sourceType: z.string().optional(),
  type: z.string().optional(),
  data_type: z.string().optional(),
  nullable: z.boolean().optional(),
  comment: z.string().nullish(),
})

const tableSchema = z.object({
  name: z.string(),
  comment: z.string().nullish(),
  rowCountEstimate: z.number().nullish(),
  rowCount: z.number().nullish(),
  columns: z.array(columnSchema).min(1),
})

const tablesSchema = z.object({ tables: z.array(tableSchema) })

/** Tables as a `list_tables` tool told them; `undefined` when it did not tell their columns. */
export function tablesOf({ isError, structuredContent, content }: CallToolResult): CatalogTable[] | undefined {
  if (isError) return undefined
  const text = content.find((block) => block.type === 'text')?.text
  const told = tablesSchema.safeParse(structuredContent ?? parseJson(text))
  return told.success ? told.data.tables.map(toTable) : undefined
}

function toTable({ name, comment, rowCountEstimate, rowCount, columns }: z.infer<typeof tableSchema>): CatalogTable {
  const rows = rowCountEstimate ?? rowCount
  return {
    name,
    ...(comment && { comment }),
    ...(typeof rows === 'number' && { rowCountEstimate: rows }),
    columns: columns.map(toColumn),
  }
}

function toColumn(column: z.infer<typeof columnSchema>): CatalogTable['columns'][number] {
  const { name, nullable, comment } = column
  const sourceType = column.sourceType ?? column.data_type ?? column.type ?? ''
  return {
    name,
    sourceType,
    type: columnTypeOf(sourceType).type,
    ...(nullable !== undefined && { nullable }),
    ...(comment && { comment }),
  }
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
