import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { createClient } from '@lakefront/client'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { pretendUsers, signToken } from '../playground/services/session.ts'
import { type Services, startServices } from '../playground/services.ts'
import { timeFirstRow } from './firstRow.ts'
import { takeTurns, toTable } from './measure.ts'
import { compareWithBareCall } from './overhead.ts'

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { repeats: { type: 'string', default: '9' }, data: { type: 'string' }, scale: { type: 'string' } },
})

const versionOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../packages/gateway/node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version

async function connectBare(url: string): Promise<Client> {
  const client = new Client({ name: 'bench', version: '0.0.0' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  return client
}

async function measure({ addresses, signingKey }: Services): Promise<string> {
  const repeats = Number(values.repeats)
  const gateway = createClient({
    gatewayUrl: addresses.gateway,
    getAccessToken: () => signToken(pretendUsers[0]!, signingKey!),
  })
  const [lakehouse, erp] = await Promise.all([connectBare(addresses.lakehouse), connectBare(addresses.erp)])
  const firstRow = await takeTurns([() => timeFirstRow(gateway)], { repeats })
  const overhead = await takeTurns(
    [...compareWithBareCall('lakehouse', gateway, lakehouse), ...compareWithBareCall('erp', gateway, erp)],
    { repeats: repeats * 3, warmUps: 3 },
  )
  await Promise.all([gateway.close(), lakehouse.close(), erp.close()])
  return `${toTable(firstRow)}\n\n${toTable(overhead)}`
}

// Free ports, but the demo's own data: the embedded CRM refuses a second process, so the demo must be stopped.
const services = await startServices({
  ports: { gateway: 0, lakehouse: 0, erp: 0, crm: 0 },
  data: values.data,
  scale: values.scale === undefined ? undefined : Number(values.scale),
  onProgress: (message) => process.stderr.write(`${message}\n`),
})
try {
  const table = await measure(services)
  const versions = ['@duckdb/node-api', '@modelcontextprotocol/server', '@modelcontextprotocol/client']
  process.stdout.write(
    `${[
      `Node ${process.version}, ${versions.map((name) => `${name} ${versionOf(name)}`).join(', ')}`,
      `${cpus().length} cores, ${values.repeats} repeats after a warm-up (three times as many for single statements), by turns`,
      '',
      table,
    ].join('\n')}\n`,
  )
} finally {
  await services.stop()
}
