import type { Tool } from '@modelcontextprotocol/client'
import { statementStreamOf } from './stream/statementStream.ts'

/** Read-only tools first, then names in order of how often SQL servers use them. */
const names = [
  'execute_sql_read_only',
  'execute_sql_readonly',
  'read_query',
  'run_select_query',
  'execute_sql',
  'run_query',
  'execute_query',
  'query',
  'sql_exec_tool',
  'run_sql',
  'sql',
]
const argumentNames = ['sql', 'query', 'statement']

/** How a server's SQL tool is called. */
export type SqlTool = {
  name: string
  argument: string
  /** The largest limit of rows that the tool takes, which may be infinite; `undefined` when it takes none. */
  mostRows: number | undefined
  /** Where the server streams a statement's rows without a call of the tool; see `statementStreamMetaKey`. */
  streamUrl: string | undefined
}

/** Chooses the tool that runs SQL: the one that the configuration names, or else by its name and arguments. */
export function findSqlTool(
  tools: readonly Tool[],
  { configured, serverUrl }: { configured?: string | undefined; serverUrl?: string | undefined } = {},
): SqlTool | undefined {
  const ordered = configured === undefined ? names : [configured]
  const found = ordered.flatMap((name) => tools.filter((tool) => tool.name === name))
  return found.flatMap((tool) => toSqlTool(tool, serverUrl))[0]
}

function toSqlTool(tool: Tool, serverUrl: string | undefined): SqlTool[] {
  const { name, inputSchema } = tool
  const properties = (inputSchema.properties ?? {}) as Record<string, NumberSchema>
  const argument = argumentNames.find((candidate) => candidate in properties)
  if (argument === undefined) return []
  const mostRows = properties.maxRows && maximumOf(properties.maxRows)
  return [{ name, argument, mostRows, streamUrl: statementStreamOf(tool, serverUrl) }]
}

type NumberSchema = { maximum?: number; exclusiveMaximum?: number; anyOf?: readonly NumberSchema[] }

/** The largest whole number that a JSON schema allows; some frameworks write an optional number as `anyOf`. */
function maximumOf({
  maximum = Number.POSITIVE_INFINITY,
  exclusiveMaximum = Number.POSITIVE_INFINITY,
  anyOf = [],
}: NumberSchema): number {
  return Math.min(maximum, Math.ceil(exclusiveMaximum) - 1, ...anyOf.map(maximumOf))
}
