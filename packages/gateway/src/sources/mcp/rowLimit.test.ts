import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { openSource } from '../openSource.ts'
import type { Source } from '../port.ts'

const mostRows = 3
const allRows = [[1], [2], [3], [4], [5]]
let asked: number[] = []
let source: Source
let stop: () => Promise<void>

/** A server that refuses larger limits, and does not say when it cuts. */
beforeAll(async () => {
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'strict', version: '1' })
    const inputSchema = z.object({ sql: z.string(), maxRows: z.number().int().min(1).max(mostRows).default(2) })
    server.registerTool('execute_sql', { inputSchema }, ({ maxRows }) => {
      asked.push(maxRows)
      const rows = allRows.slice(0, maxRows)
      return { content: [{ type: 'text', text: JSON.stringify({ columns: [{ name: 'id' }], rows }) }] }
    })
    return server
  })
  const handle = toNodeHandler(handler)
  const server = createServer((request, response) => void handle(request as NodeIncomingMessageLike, response))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}/mcp`
  source = openSource('strict', { mcp: { url }, dialect: 'sqlite' })
  stop = async () => {
    await source.close()
    await handler.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
afterAll(() => stop())

async function read(maxRows: number | undefined) {
  asked = []
  const result = await source.query('select id from t', { signal: new AbortController().signal, maxRows })
  let rowCount = 0
  for await (const batch of result.batches) rowCount += batch.rowCount
  return { asked, rowCount, truncated: result.truncated() }
}

test.each([
  ['more than the tool takes', 1_000_000, { asked: [3], rowCount: 3, truncated: true }],
  ['all', undefined, { asked: [3], rowCount: 3, truncated: true }],
  ['fewer', 2, { asked: [2], rowCount: 2, truncated: false }],
])('parameters: maxRows, asked for %s', async (_case, maxRows, expected) => {
  expect(await read(maxRows)).toEqual(expected)
})
