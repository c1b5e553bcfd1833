import type { Client } from '@modelcontextprotocol/client'
import { onTestFinished } from 'vitest'
import { type ConnectOptions, connectClient } from './gatewayClient.ts'
import { startTestGateway } from './startTestGateway.ts'

let tenants = 0

/** A gateway of one test, closed after it, whose clients are of a tenant that no other test knows. */
export async function openOwnGateway(overrides?: Parameters<typeof startTestGateway>[0]) {
  const gateway = await startTestGateway(overrides)
  const tenantId = `tenant ${++tenants}`
  const clients: Client[] = []
  onTestFinished(async () => {
    await Promise.all(clients.map((client) => client.close()))
    await gateway.close()
  })
  async function connect(options: ConnectOptions = {}) {
    const client = await connectClient(gateway, { tenantId, ...options })
    clients.push(client)
    return client
  }
  return { gateway, tenantId, connect }
}
