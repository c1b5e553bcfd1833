import type { CatalogTable } from '@lakefront/contract'
import type { CallToolResult } from '@modelcontextprotocol/client'
import { catalogOfRows, catalogStatement } from '../../catalogStatement.ts'
import type { Dialect } from '../../port.ts'
import type { McpConnection } from '../connection/connection.ts'
import { readRowset } from '../rowset/readRowset.ts'
import type { SqlTool } from '../sqlTool.ts'
import { tablesOf } from './tablesOf.ts'

export type DescribeMcpOptions = {
  source: string
  title: string
  dialect: Dialect
  connection: McpConnection
  sqlTool(signal: AbortSignal): Promise<SqlTool>
  signal: AbortSignal
}

/** Asks for the tables: by the server's own tool when its answer has columns, or else out of the SQL catalog. */
export async function describeMcp(options: DescribeMcpOptions): Promise<readonly CatalogTable[]> {
  const { connection, signal } = options
  const tools = await connection.tools(signal)
  const listTables = tools.find(({ name, inputSchema }) => name === 'list_tables' && !inputSchema.required?.length)
  const told = listTables && tablesOf(await connection.call('list_tables', {}, signal))
  return told ?? (await describeBySql(options))
}

async function describeBySql(options: DescribeMcpOptions): Promise<readonly CatalogTable[]> {
  const { connection, signal, dialect } = options
  const { name, argument } = await options.sqlTool(signal)
  const result: CallToolResult = await connection.call(name, { [argument]: catalogStatement(dialect) }, signal)
  const poll = (tool: string, input: Record<string, unknown>) => connection.call(tool, input, signal)
  return catalogOfRows(await readRowset(result, { ...options, tools: await connection.tools(signal), poll }))
}
