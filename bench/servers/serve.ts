import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on any free port and says where, as `startServiceProcess` expects it. */
export function serve(listener: RequestListener, path = '/'): void {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`listening http://localhost:${(server.address() as AddressInfo).port}${path}\n`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
}
