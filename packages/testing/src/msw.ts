import { type HttpHandler, http } from 'msw'
import type { Script } from './script.ts'
import { type ScriptedGatewayOptions, scriptedGateway } from './scriptedGateway.ts'

/**
 * Request handlers for msw that play a gateway: the real client runs against them, in stories and in a host's own tests.
 *
 * @param gatewayUrl - What the provider is given; ends in `/mcp`.
 */
export function handlers(
  gatewayUrl: string,
  script: Script,
  options: Omit<ScriptedGatewayOptions, 'gatewayUrl'> = {},
): HttpHandler[] {
  const gateway = scriptedGateway(script, { ...options, gatewayUrl })
  const { origin } = new URL(gatewayUrl)
  return [
    http.all(gatewayUrl, ({ request }) => gateway.fetch(request)),
    http.all(`${origin}/results/*`, ({ request }) => gateway.fetch(request)),
  ]
}
