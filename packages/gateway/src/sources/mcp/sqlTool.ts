import type { Tool } from '@modelcontextprotocol/client'

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
  /** The tool can leave all rows to a linked stream. */
  canLeaveRowsToLink: boolean
  /** The caller can name the linked stream, and so open it before the tool has answered. */
  canNameResult: boolean
}

/** Chooses the tool that runs SQL: the one that the configuration names, or else by its name and arguments. */
export function findSqlTool(tools: readonly Tool[], configured?: string | undefined): SqlTool | undefined {
  const ordered = configured === undefined ? names : [configured]
  const found = ordered.flatMap((name) => tools.filter((tool) => tool.name === name)).flatMap(toSqlTool)
  return found[0]
}

function toSqlTool({ name, inputSchema }: Tool): SqlTool[] {
  const properties = (inputSchema.properties ?? {}) as Record<string, NumberSchema>
  const argument = argumentNames.find((candidate) => candidate in properties)
  if (argument === undefined) return []
  const mostRows = properties.maxRows && maximumOf(properties.maxRows)
  const canLeaveRowsToLink = properties.pageSize?.minimum === 0
  return [{ name, argument, mostRows, canLeaveRowsToLink, canNameResult: 'resultId' in properties }]
}

type NumberSchema = { minimum?: number; maximum?: number; exclusiveMaximum?: number; anyOf?: readonly NumberSchema[] }

/** The largest whole number that a JSON schema allows; some frameworks write an optional number as `anyOf`. */
function maximumOf({
  maximum = Number.POSITIVE_INFINITY,
  exclusiveMaximum = Number.POSITIVE_INFINITY,
  anyOf = [],
}: NumberSchema): number {
  return Math.min(maximum, Math.ceil(exclusiveMaximum) - 1, ...anyOf.map(maximumOf))
}
