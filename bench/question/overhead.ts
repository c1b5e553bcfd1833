import type { Client as LakefrontClient } from '@lakefront/client'
import type { Client as McpClient } from '@modelcontextprotocol/client'

/** One small statement, so that what the gateway adds is not lost in what the source takes. */
const statements = {
  lakehouse: 'select product_id, sku, product_name, category from products order by product_id limit 100',
  erp: 'select order_id, order_number, status from orders order by order_id limit 100',
} as const

export type TimedSource = keyof typeof statements

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The same statement at the same source: as `run_query` through the gateway, and as a bare MCP call. */
export function compareWithBareCall(source: TimedSource, gateway: LakefrontClient, bare: McpClient) {
  const sql = statements[source]
  return [
    async () => ({
      [`run_query on the ${source}, through the gateway`]: await timeOf(async () => {
        const { result } = await gateway.callTool('run_query', { source, sql })
        if (result.rows.length !== 100) throw new Error(`run_query gave ${result.rows.length} rows, not 100.`)
      }),
    }),
    async () => ({
      [`  execute_sql on the ${source}, bare MCP call`]: await timeOf(async () => {
        const reply = await bare.callTool({ name: 'execute_sql', arguments: { sql } })
        if (reply.isError) throw new Error(`The bare call failed: ${JSON.stringify(reply.content)}`)
      }),
    }),
  ]
}
