import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, McpServer, type ServerContext } from '@modelcontextprotocol/server'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { openSource } from '../openSource.ts'
import type { SourceProgress } from '../port.ts'

type Execute = (tell: (progress: object) => Promise<void>, calls: number) => Promise<unknown>

/** Somebody's SQL server, which tells how far it is. */
async function startServer(execute: Execute) {
  let calls = 0
  const run = async ({ mcpReq }: ServerContext) => {
    const { _meta: meta, notify } = mcpReq
    const tell = (progress: object) =>
      notify({
        method: 'notifications/progress',
        params: { progressToken: meta!.progressToken!, progress: 0, ...progress },
      })
    const value = await execute(meta?.progressToken === undefined ? async () => undefined : tell, ++calls)
    return { content: [{ type: 'text' as const, text: JSON.stringify(value) }] }
  }
  const handle = toNodeHandler(
    createMcpHandler(() => {
      const server = new McpServer({ name: 'warehouse', version: '1' })
      server.registerTool('execute_sql', { inputSchema: z.object({ query: z.string() }) }, (_input, context) =>
        run(context),
      )
      server.registerTool(
        'poll_sql_result',
        { inputSchema: z.object({ statement_id: z.string() }) },
        (_input, context) => run(context),
      )
      return server
    }),
  )
  const server = createServer((request, response) => void handle(request as NodeIncomingMessageLike, response))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}/mcp`
  const source = openSource('warehouse', { mcp: { url }, dialect: 'databricks' })
  onTestFinished(async () => {
    await source.close()
    server.closeAllConnections()
    server.close()
  })
  return source
}

async function progressOf(execute: Execute): Promise<SourceProgress[]> {
  const told: SourceProgress[] = []
  const source = await startServer(execute)
  const onProgress = (progress: SourceProgress) => void told.push(progress)
  const { columns } = await source.query('select 1', { signal: new AbortController().signal, onProgress })
  expect(columns.map(({ name }) => name)).toEqual(['one'])
  return told
}

test('default: what a server tells while it works', async () => {
  const told = await progressOf(async (tell) => {
    await tell({ progress: 1, message: 'Starting the warehouse' })
    await tell({ progress: 50, total: 100 })
    return [{ one: 1 }]
  })
  expect(told).toEqual([
    { state: 'waking', message: 'Starting the warehouse' },
    { state: 'running', fraction: 0.5 },
  ])
})

test('default: a statement that waits for its warehouse, then runs', async () => {
  const told = await progressOf(async (_tell, calls) => {
    if (calls === 1) return { statement_id: 's1', status: { state: 'PENDING' } }
    return calls === 2 ? { statement_id: 's1', status: { state: 'RUNNING' } } : [{ one: 1 }]
  })
  expect(told).toEqual([{ state: 'waking' }, { state: 'running' }])
})
