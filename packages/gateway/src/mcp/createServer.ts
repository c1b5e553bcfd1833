import { McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import type { Rooms } from '../rooms.ts'
import { isToolName } from './callTool.ts'
import { askAndWait } from './forms/askAndWait.ts'
import { type Forms, formTimeoutMs } from './forms/createForms.ts'
import type { FormMessage } from './forms/createOlderForms.ts'
import { type OpenCallOptions, openCall } from './openCall.ts'
import { offeredTools } from './toolList.ts'

const serverInfo = { name: 'lakefront', title: 'Lakefront', version: '0.0.0' }

const instructions =
  'Answers questions about a company from its lakehouse, CRM and ERP, live. Start with ask; it asks back when a word is ' +
  'unclear. describe_catalog lists what there is. Every figure says where it came from and when it was read.'

export type ServerOptions = OpenCallOptions & { forms: Forms }

/** Built anew for each request, so it must cost next to nothing. */
export function createServer(options: ServerOptions): McpServer {
  const { rooms, olderPeers, forms, isLegacy } = options
  const requestState = { verify: forms.verify }
  const mcp = new McpServer(serverInfo, { capabilities: { tools: {} }, instructions, requestState })
  mcp.server.setRequestHandler('tools/list', () => ({ tools: offeredTools(rooms) }))
  mcp.server.setRequestHandler('tools/call', async ({ params }, context) => {
    const { name, arguments: input, _meta: meta } = params
    if (!isToolName(name)) throw unknownTool(name, rooms)
    const { caller, request, signal, call, done } = openCall(context, meta, options)
    const send = (message: FormMessage) => mcp.server.transport!.send(message, { relatedRequestId: context.mcpReq.id })
    try {
      if (!isLegacy) return await forms.askAndEnd({ name, input, call }, context)
      if (!olderPeers.showsForms(request)) return await call(name, input)
      const waiting = AbortSignal.any([signal, AbortSignal.timeout(formTimeoutMs)])
      return await askAndWait({ name, input, call }, (form) =>
        olderPeers.ask(form, { request, caller, signal: waiting, send }),
      )
    } finally {
      done()
    }
  })
  return mcp
}

function unknownTool(name: string, rooms: Rooms): ProtocolError {
  const known = offeredTools(rooms)
    .map((tool) => tool.name)
    .join(', ')
  return new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}. There are: ${known}.`)
}
