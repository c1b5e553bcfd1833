import { createClient } from '@lakefront/client'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { pretendUsers, signToken } from '../../playground/services/session.ts'
import { type Services, startServices } from '../../playground/services.ts'
import { takeTurns } from '../measure.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import { timeFirstRow } from './firstRow.ts'
import { compareWithBareCall } from './overhead.ts'

/** The main question against its own source calls, and what the gateway adds to one statement. */
export async function questionSuite({ repeats, data, scale }: SuiteOptions): Promise<Measured> {
  // Free ports, but the demo's own data: the embedded CRM refuses a second process, so the demo must be stopped.
  const services = await startServices({
    ports: { gateway: 0, lakehouse: 0, erp: 0, crm: 0 },
    data,
    scale,
    onProgress: (message) => process.stderr.write(`${message}\n`),
  })
  try {
    return await measure(services, repeats)
  } finally {
    await services.stop()
  }
}

async function measure({ addresses, signingKey }: Services, repeats: number): Promise<Measured> {
  const gateway = createClient({
    gatewayUrl: addresses.gateway,
    getAccessToken: () => signToken(pretendUsers[0]!, signingKey!),
  })
  const [lakehouse, erp] = await Promise.all([connectBare(addresses.lakehouse), connectBare(addresses.erp)])
  const firstRow = await takeTurns([() => timeFirstRow(gateway)], { repeats })
  const overhead = await takeTurns(
    [...compareWithBareCall('lakehouse', gateway, lakehouse), ...compareWithBareCall('erp', gateway, erp)],
    { repeats: repeats * 3, warmUps: 3 },
  )
  await Promise.all([gateway.close(), lakehouse.close(), erp.close()])
  return {
    samples: [...firstRow, ...overhead],
    comparisons: [
      {
        name: 'main question, first row / its slowest source call',
        over: 'main question, to the first row',
        under: '  slowest source call inside it',
      },
      ...(['lakehouse', 'erp'] as const).map((source) => ({
        name: `one statement on the ${source}, gateway / bare MCP call`,
        over: `run_query on the ${source}, through the gateway`,
        under: `  execute_sql on the ${source}, bare MCP call`,
      })),
    ],
  }
}

async function connectBare(url: string): Promise<Client> {
  const client = new Client({ name: 'bench', version: '0.0.0' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  return client
}
