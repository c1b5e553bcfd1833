import type { Client } from '@modelcontextprotocol/client'
import { afterAll, beforeAll } from 'vitest'
import { connectClient } from './gatewayClient.ts'
import { startTestGateway, type TestGateway } from './startTestGateway.ts'

/** The usual gateway and a client of it, for all tests of a file. */
export function startSuiteGateway(): { readonly gateway: TestGateway; readonly client: Client } {
  let gateway: TestGateway | undefined
  let client: Client | undefined
  beforeAll(async () => {
    gateway = await startTestGateway()
    client = await connectClient(gateway)
  })
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
