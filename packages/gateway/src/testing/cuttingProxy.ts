import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type CuttingProxy = {
  port: number
  /** Cuts the connections that read a result: each of the next ones after so many bytes. */
  cutAfter(...byteCounts: number[]): void
  cutCount(): number
  close(): Promise<void>
}

/** Stands between a client and a gateway, and loses connections on demand. */
export async function startCuttingProxy(gatewayPort: number): Promise<CuttingProxy> {
  const cuts: number[] = []
  const sockets = new Set<Socket>()
  let cutCount = 0
  const server = createServer((client) => {
    const upstream = connect(gatewayPort, 'localhost')
    let bytesLeft = Number.POSITIVE_INFINITY
    client.on('data', (request) => {
      // A connection is used again for the next request, which is not cut where the one before was.
      const isResult = request.subarray(0, 13).toString('latin1') === 'GET /results/'
      bytesLeft = isResult ? (cuts.shift() ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
      upstream.write(request)
    })
    upstream.on('data', (reply) => {
      const part = reply.subarray(0, bytesLeft)
      bytesLeft -= reply.length
      if (part.length > 0 && !client.write(part)) upstream.pause()
      if (bytesLeft > 0) return
      cutCount++
      client.end(() => upstream.destroy())
      upstream.removeAllListeners('data')
    })
    client.on('drain', () => upstream.resume())
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (...byteCounts) => void cuts.splice(0, cuts.length, ...byteCounts),
    cutCount: () => cutCount,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
