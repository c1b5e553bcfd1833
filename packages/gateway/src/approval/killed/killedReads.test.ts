import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { startLakehouse } from '../../lakehouse/startLakehouse.ts'
import { testStores } from '../../testing/testStores.ts'
import { surviveReadKills } from './testing/surviveReadKills.ts'

/** How often gateways are killed in all over each kind of store. Set it to 300 before a release. */
const kills = Number(process.env.LAKEFRONT_KILLS ?? 2)

/** Its file has 201 bytes, which cost a dollar. */
async function openLakehouse() {
  const folder = mkdtempSync(join(tmpdir(), 'killed-reads-'))
  const lines = Array.from({ length: 12 }, (_line, index) => `SO-${index < 11 ? 1 : 10},1,100.10`)
  writeFileSync(join(folder, 'order_lines.csv'), ['order_number,account_id,revenue', ...lines, ''].join('\n'))
  const lakehouse = await startLakehouse({ folder, port: 0 })
  onTestFinished(async () => {
    await lakehouse.close()
    rmSync(folder, { recursive: true })
  })
  return lakehouse.url
}

test.each(testStores)(
  'behavior: over %s, a read that was killed is gone on with once, and its money adds up',
  {
    timeout: 3_600_000,
  },
  async (kind, make) => {
    const place = await make()
    onTestFinished(() => place.remove())
    const lakehouseUrl = await openLakehouse()
    // A folder is one gateway's.
    const lanes = kind === 'embedded' ? 1 : 2
    await surviveReadKills({ kills, lanes, storeConfig: place.config, lakehouseUrl })
  },
)
