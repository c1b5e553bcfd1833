import type { Client } from '@modelcontextprotocol/client'
import { afterAll, beforeAll } from 'vitest'
import { connectClient } from './gatewayClient.ts'
import { startTestGateway, type TestGateway } from './startTestGateway.ts'

type Overrides = Parameters<typeof startTestGateway>[0]

/**
 * A gateway and a client of it, for all tests of a file.
 *
 * @param overrides - Of its configuration; asked for when everything that was set up before it is there.
 */
export function startSuiteGateway(overrides: () => Overrides = () => ({})): {
  readonly gateway: TestGateway
  readonly client: Client
} {
  let gateway: TestGateway | undefined
  let client: Client | undefined
  beforeAll(async () => {
    gateway = await startTestGateway(overrides())
    client = await connectClient(gateway)
  }, 60_000)
  afterAll(async () => {
    await client?.close()
    await gateway?.close()
  })
  return {
    get gateway() {
      return gateway!
    },
    get client() {
      return client!
    },
  }
}
