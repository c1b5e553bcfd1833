import type { ToolName } from '@lakefront/contract'
import { toolSchemas } from '@lakefront/contract/schemas'
import type { Tool as ListedTool } from '@modelcontextprotocol/server'
import * as z from 'zod'
import { tools } from '../tools/index.ts'

/** Nothing that a tool of this gateway does changes a source, and asking twice does no more than asking once. */
const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true }

/** The answer to `tools/list`: made once, since a server is made for every request. */
export const toolList: readonly ListedTool[] = Object.values(tools).map(({ name, title, description }) => ({
  name,
  title,
  description,
  annotations: { title, ...annotations },
  inputSchema: toJsonSchema(toolSchemas[name as ToolName].input),
  outputSchema: toJsonSchema(toolSchemas[name as ToolName].output),
}))

/** Form `input`: it allows further keys, so that a peer that kept the list accepts a newer gateway's output. */
function toJsonSchema(schema: z.ZodType): ListedTool['inputSchema'] {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as ListedTool['inputSchema']
}
