import type { ServerContext } from '@modelcontextprotocol/server'
import type { Caller } from '../results/port.ts'

/** Who makes a call; nothing gets this far without one. */
export function callerOf({ http }: ServerContext): Caller {
  return http!.authInfo!.extra!.caller as Caller
}
