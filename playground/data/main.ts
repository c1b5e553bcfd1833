import { parseArgs } from 'node:util'
import { seedPostgres } from '../crm/postgres.ts'
import { ensureData } from './ensureData.ts'

const { values } = parseArgs({
  options: { data: { type: 'string', default: '.lakefront' }, scale: { type: 'string', default: '1' } },
})
const scale = Number(values.scale)
if (!(scale > 0 && scale <= 10)) throw new RangeError(`--scale must be above 0 and at most 10, not ${values.scale}`)

const started = performance.now()
const onProgress = (message: string) => process.stderr.write(`data: ${message}\n`)
await ensureData({ folder: values.data, scale, onProgress })
const databaseUrl = process.env.DATABASE_URL
if (databaseUrl) {
  const seeded = await seedPostgres(databaseUrl, { scale }).catch((error: Error) => {
    process.stderr.write(`The Postgres at DATABASE_URL cannot be used as the CRM: ${error.message}\n`)
    process.exit(1)
  })
  if (seeded) onProgress('filled the CRM at DATABASE_URL')
}
onProgress(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
