import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { scaleOf } from '../data/ensureData.ts'
import { endWhenStuck } from '../services/endWhenStuck.ts'
import { startCrm } from './embedded.ts'
import { seedPostgres } from './postgres.ts'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8793' },
      data: { type: 'string', default: '.lakefront/crm' },
      scale: { type: 'string' },
    },
  })
  const scale = values.scale === undefined ? await scaleOf(dirname(values.data)) : Number(values.scale)
  const ownPostgres = process.env.DATABASE_URL
  if (ownPostgres) {
    await seedPostgres(ownPostgres, { scale })
    process.stderr.write('The CRM is the Postgres at DATABASE_URL; nothing else has to run.\n')
    return
  }
  const crm = await startCrm({ port: Number(values.port), folder: values.data, scale })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void crm.close().then(() => process.exit(0)))
  }
  endWhenStuck()
  process.stdout.write(`listening ${crm.url}\n`)
}

await main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
