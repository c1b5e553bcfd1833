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
  /** The tool takes a limit of rows. */
  hasMaxRows: boolean
  /** The tool can leave all rows to a linked stream. */
  canLeaveRowsToLink: boolean
}

/** Chooses the tool that runs SQL: the one that the configuration names, or else by its name and arguments. */
export function findSqlTool(tools: readonly Tool[], configured?: string | undefined): SqlTool | undefined {
  const ordered = configured === undefined ? names : [configured]
  const found = ordered.flatMap((name) => tools.filter((tool) => tool.name === name)).flatMap(toSqlTool)
  return found[0]
}

function toSqlTool({ name, inputSchema }: Tool): SqlTool[] {
  const properties = (inputSchema.properties ?? {}) as Record<string, { minimum?: number }>
  const argument = argumentNames.find((candidate) => candidate in properties)
  if (argument === undefined) return []
  return [
    { name, argument, hasMaxRows: 'maxRows' in properties, canLeaveRowsToLink: properties.pageSize?.minimum === 0 },
  ]
}
