import type { ToolName } from '@lakefront/contract'
import { toolSchemas } from '@lakefront/contract/schemas'
import type { Tool as ListedTool } from '@modelcontextprotocol/server'
import * as z from 'zod'
import type { Rooms } from '../rooms.ts'
import { tools } from '../tools/index.ts'

/** What holds for a tool that says nothing else: it changes nothing, and asking twice does no more than asking once. */
const usualHints = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true }

/** Made once, since a server is made for every request. */
const toolList: readonly ListedTool[] = Object.values(tools).map(({ name, title, description, hints }) => ({
  name,
  title,
  description,
  annotations: { title, ...usualHints, ...hints },
  inputSchema: toJsonSchema(toolSchemas[name as ToolName].input),
  outputSchema: toJsonSchema(toolSchemas[name as ToolName].output),
}))

/** The tools that a gateway has what they work with for. */
export function offeredTools(rooms: Rooms): ListedTool[] {
  return toolList.filter(({ name }) => tools[name as ToolName].isOffered?.(rooms) ?? true)
}

/** Form `input`: it allows further keys, so that a peer that kept the list accepts a newer gateway's output. */
function toJsonSchema(schema: z.ZodType): ListedTool['inputSchema'] {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as ListedTool['inputSchema']
}
