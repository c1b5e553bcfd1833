import type { Script } from '@lakefront/testing'
import { handlers } from '@lakefront/testing/msw'
import { gatewayUrl } from './KitFrame.tsx'

/** Story parameters under which the gateway does what the script says. */
export function playGateway(script: Script, options: Parameters<typeof handlers>[2] = {}) {
  return { msw: { handlers: handlers(gatewayUrl, script, options) } }
}
