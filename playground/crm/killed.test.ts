import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { createDeals } from '../../packages/gateway/src/approval/killed/testing/killable.ts'
import { surviveKills } from '../../packages/gateway/src/approval/killed/testing/surviveKills.ts'
import { copyEmptyDatabase, openEmptyDatabase } from '../../packages/gateway/src/testing/emptyDatabase.ts'
import { serveWire } from './wire.ts'

/** How often the gateway is killed. Set it to 300 before a release. */
const kills = Number(process.env.LAKEFRONT_KILLS ?? 3)

test('behavior: over the embedded CRM and store too, a killed gateway loses and doubles nothing', {
  timeout: 3_600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  await copyEmptyDatabase(folder)
  const database = await openEmptyDatabase()
  const wire = await serveWire(database, { port: 0 })
  onTestFinished(async () => {
    await wire.close()
    await database.close()
    rmSync(folder, { recursive: true })
  })
  await database.exec(createDeals)
  const shopUrl = `postgres://localhost:${wire.port}/crm`
  const readDeals = async () =>
    (await database.query<{ name: string }>('select name from deal')).rows.map(({ name }) => name)
  // A folder is one gateway's.
  await surviveKills({ kills, lanes: 1, storeConfig: { folder }, shopUrl, readDeals })
})
