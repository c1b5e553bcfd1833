import type { ResultPage } from '@lakefront/contract'
import { callTool } from './callTool.ts'
import { createConnection } from './connection.ts'
import { withAccessToken } from './fetchMiddleware.ts'
import { withLostReplies } from './lostReplies.ts'
import { openResult } from './results/openResult.ts'
import { type ResultRequestContext, stopResult } from './results/requestResult.ts'
import type { Client, ClientOptions } from './types.ts'

/**
 * Makes a client of one gateway for one person. Costs nothing until it is used: the first call loads the MCP SDK and
 * opens the connection that all later calls share.
 */
export function createClient({ gatewayUrl: address, getAccessToken, fetch: base, scope }: ClientOptions): Client {
  const gatewayUrl = absolute(address)
  // Wrapped, because a browser's `fetch` refuses to be called as anything but a function of the window.
  const plainFetch: typeof fetch = (input, init) => (base ?? globalThis.fetch)(input, init)
  const fetchWithToken = getAccessToken ? withAccessToken(getAccessToken)(plainFetch) : plainFetch
  const connection = createConnection(gatewayUrl, withLostReplies(fetchWithToken))
  let closing = new AbortController()

  function until(signal: AbortSignal | undefined) {
    return signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
  }

  function reading({ handle }: ResultPage, signal: AbortSignal): ResultRequestContext {
    // No rows: those of a large result that were read may be gone.
    const renew = () => client.callTool('fetch_rows', { handle, limit: 0 }, { signal })
    return { gatewayUrl, fetch: fetchWithToken, signal, renew }
  }

  const client: Client = {
    scope: scope ?? Math.random().toString(36).slice(2),
    callTool: (name, input, { signal, onEvent } = {}) =>
      callTool(connection, name, input, { gatewayUrl, fetch: fetchWithToken, onEvent, signal: until(signal) }),
    ask: (input, options) => client.callTool('ask', input, options),
    openResult: (page, options = {}) => openResult(page, { ...options, ...reading(page, until(options.signal)) }),
    async exportResult(page, options) {
      const { exportResult } = await import('./results/exportResult.ts')
      return exportResult(page, { ...options, ...reading(page, until(options.signal)) })
    },
    // Not until the client is closed: whoever closes it wants the source to stop too.
    stopResult: (page) => stopResult(page, reading(page, new AbortController().signal)),
    async close() {
      closing.abort()
      closing = new AbortController()
      await connection.close()
    },
  }
  return client
}

/** Relative addresses count from the page. A server that renders has none, and asks nothing either. */
function absolute(address: string): string {
  const page = globalThis.location?.href
  return URL.canParse(address, page) ? new URL(address, page).href : address
}
