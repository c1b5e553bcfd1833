import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

const openToPages = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
  'access-control-max-age': '7200',
}

/** Listens on any free port and says where, as `startServiceProcess` expects it. Any page may ask. */
export function serve(listener: RequestListener, path = '/'): void {
  const server = createServer((request, response) => {
    for (const [header, value] of Object.entries(openToPages)) response.setHeader(header, value)
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else listener(request, response)
  })
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`listening http://localhost:${(server.address() as AddressInfo).port}${path}\n`)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
}
