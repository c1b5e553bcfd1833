import { answerEventsExtension } from '@lakefront/contract'
import type { Client as McpClient } from '@modelcontextprotocol/client'

/** Long enough for a slow warehouse that says nothing; every progress notification starts it anew. */
export const callTimeoutMs = 300_000

/**
 * Opens the MCP connection on first use and shares it. The SDK is loaded here and nowhere else, so that a page which
 * never asks does not pay for it.
 */
export function createConnection(gatewayUrl: string, fetchWithToken: typeof fetch) {
  let opening: Promise<McpClient> | undefined

  async function open() {
    const { Client, StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client')
    const mcp = new Client(
      { name: 'lakefront', version: '0.0.0' },
      { capabilities: { extensions: { [answerEventsExtension]: {} } }, versionNegotiation: { mode: 'auto' } },
    )
    const transport = new StreamableHTTPClientTransport(new URL(gatewayUrl), { fetch: fetchWithToken })
    // The casts are the SDK's: its own transport does not satisfy its own interface under exactOptionalPropertyTypes.
    await mcp.connect(transport as Parameters<McpClient['connect']>[0])
    return mcp
  }

  return {
    /** The open connection; the first caller, and the first after {@link forget}, opens it. */
    get(): Promise<McpClient> {
      if (!opening) {
        const attempt = open()
        opening = attempt
        attempt.catch(() => {
          if (opening === attempt) opening = undefined
        })
      }
      return opening
    },
    /** Lets go of a connection that failed, so that the next call opens another. Calls that run on it are left alone. */
    forget() {
      opening = undefined
    },
    async close() {
      const mcp = opening
      opening = undefined
      await mcp?.then((client) => client.close()).catch(() => {})
    },
  }
}

export type Connection = ReturnType<typeof createConnection>
