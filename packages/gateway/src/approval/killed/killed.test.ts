import postgres from 'postgres'
import { onTestFinished, test } from 'vitest'
import { postgresHost } from '../../postgresHost.ts'
import { makePostgres } from '../../testing/testStores.ts'
import { createDeals } from './testing/killable.ts'
import { surviveKills } from './testing/surviveKills.ts'

/** How often gateways are killed in all. Set it to 300 before a release. */
const kills = Number(process.env.LAKEFRONT_KILLS ?? 24)

test('behavior: gateways killed at random moments lose no effect and double none', { timeout: 1_800_000 }, async () => {
  const place = await makePostgres()
  const { url } = place.config as { url: string }
  const owner = postgres(url, { ...postgresHost(url), max: 1, onnotice: () => undefined })
  onTestFinished(async () => {
    await owner.end()
    await place.remove()
  })
  await owner`create database state`
  await owner.unsafe(createDeals)
  const storeConfig = { url: url.replace(/[^/]*$/, 'state') }
  const readDeals = async () => (await owner`select name from deal`).map(({ name }) => name as string)
  await surviveKills({ kills, lanes: 4, storeConfig, shopUrl: url, readDeals })
})
