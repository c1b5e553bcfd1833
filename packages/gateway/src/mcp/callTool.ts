import { errorMetaKey, type ResultPage, type ToolName } from '@lakefront/contract'
import { toolSchemas } from '@lakefront/contract/schemas'
import type { CallToolResult } from '@modelcontextprotocol/server'
import { noRecorder } from '../audit/record/createRecorder.ts'
import { holdBack } from '../audit/record/holdBack.ts'
import { type Charge, currentCharge } from '../budget/currentCharge.ts'
import { costOfLookups, type Lookups } from '../cost/costOfLookups.ts'
import { GatewayError, toGatewayError } from '../errors.ts'
import { tools } from '../tools/index.ts'
import type { Tool, ToolContext } from '../tools/tool.ts'
import { linkToStream } from './linkToStream.ts'

export type CallToolOptions = {
  context: ToolContext
  /** Whether the peer is of an era whose clients check even errors against the output schema. */
  isLegacy: boolean
  /** Where this gateway is reached, for links. */
  origin: string
  /** Told of the live result before the reply is on its way. */
  onResult?: ((page: ResultPage) => void) | undefined
}

/** Whether there is such a tool. */
export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(tools, name)
}

/** Checks the input, runs the tool and writes its output for programs, for people and as a link. */
export async function callTool(name: ToolName, input: unknown, options: CallToolOptions): Promise<CallToolResult> {
  const tool: Tool = tools[name] as Tool
  try {
    const { rooms, callId, caller } = options.context
    const parsed = parseInput(name, input)
    const { record } = rooms.audit?.recorder ?? noRecorder
    const events = holdBack(options.context.emit)
    const context = rooms.audit ? { ...options.context, emit: events.emit } : options.context
    const isNews = tool.isRecorded?.(parsed, context)
    const lookups: Lookups = { spent: [], estimates: [] }
    const charge = { ...chargeOf(name, parsed, context), lookups }
    const spent = () => costOfLookups(lookups, rooms.config.prices)
    const output = await record({ callId, tool: name, input: parsed, caller, isNews, spent }, () =>
      currentCharge.run(charge, () => tool.run(parsed, context)),
    )
    events.release()
    const page = tool.resultOf?.(output)
    if (page) options.onResult?.(page)
    const link = linkToStream(page, options.origin)
    return {
      content: [{ type: 'text', text: tool.toText(output) }, ...(link ? [link] : [])],
      structuredContent: output as unknown as Record<string, unknown>,
    }
  } catch (thrown) {
    const error = toGatewayError(thrown)
    if (error.code === 'internal') options.context.onFault(thrown)
    return toErrorResult(error, options)
  }
}

/** Whatever the call reads is paid by its caller. */
function chargeOf(tool: ToolName, { question }: { question?: string }, { caller, callId }: ToolContext): Charge {
  return { payer: caller, callId, tool, question }
}

function parseInput(name: ToolName, input: unknown) {
  const parsed = toolSchemas[name].input.safeParse(input ?? {})
  if (parsed.success) return parsed.data as never
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
  throw new GatewayError({
    code: 'invalid-input',
    message: `${name} cannot be called like this. ${problems.join('; ')}`,
  })
}

function toErrorResult(error: GatewayError, { isLegacy }: CallToolOptions): CallToolResult {
  const body = error.toBody()
  return {
    isError: true,
    content: [{ type: 'text', text: error.message }],
    ...(!isLegacy && { structuredContent: body }),
    _meta: { [errorMetaKey]: body },
  }
}
