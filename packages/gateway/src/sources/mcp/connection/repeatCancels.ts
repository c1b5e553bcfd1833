import type { Transport } from '@modelcontextprotocol/client'

/** A cancellation is said again after so many milliseconds. */
const againAfterMs = [300, 2_000]

/**
 * Over HTTP, a cancellation may overtake the request that it is about: a server that has not heard of the request passes it
 * over, and then runs the statement for nobody. One that has stopped already passes the second over instead.
 */
export function repeatCancels(transport: Transport): Transport {
  const send = transport.send.bind(transport)
  transport.send = async (message, options) => {
    if ('method' in message && message.method === 'notifications/cancelled') {
      for (const delayMs of againAfterMs) setTimeout(() => void send(message).catch(() => undefined), delayMs).unref()
    }
    return send(message, options)
  }
  return transport
}
