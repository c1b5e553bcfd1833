import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, readRows, statusOf } from './screen.ts'
import { asText, readFiles, searchFor, sentinelOf } from './sentinels.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth } from './truth.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.stop())

const lines = `read_parquet('{folder}/order_lines/*.parquet')`

/** What the generator made, and the CRM's own database: the sources themselves. */
const isSource = (path: string) => /^(lakehouse|crm|erp\.sqlite)/.test(path)

/**
 * The gateway's own Postgres. It writes amounts as text, and an empty one is full of small whole numbers of its own, which
 * the binary form of an amount is taken for.
 */
const isState = (file: string) => relative(stack.services.addresses.dataFolder, file).startsWith('state')

/** Everything that was written since, whoever wrote it: data folder, temporary files, the browser's profile. */
async function writtenFiles(): Promise<Map<string, Buffer>> {
  const { dataFolder } = stack.services.addresses
  const inData = [...(await readFiles(dataFolder))].filter(([file]) => !isSource(relative(dataFolder, file)))
  return new Map([...inData, ...(await readFiles(stack.temporaryFolder))])
}

test('behavior: no file that a process wrote holds a value of a lakehouse row', async () => {
  const { lakehouse, crm } = readTruth(stack.services.addresses)
  const ids = (
    await crm(`select a.id from accounts a join territories t on t.id = a.territory_id where t.name = 'Cleveland'`)
  ).flat()
  const cleveland = `${lines} where account_id in (${ids.join(', ')})`
  const margins = (await lakehouse(`select sum(revenue - cost) from ${cleveland} group by account_id`)).flat()
  // Large amounts only: a small one may occur by chance.
  const amounts = (await lakehouse(`select distinct revenue from ${cleveland} and revenue > 1000 limit 500`)).flat()
  expect(margins).toHaveLength(42)
  expect(amounts.length).toBeGreaterThan(100)

  const page = await stack.open()
  const turn = await ask(page, 'What is the lifetime gross margin by account for the Cleveland territory?')
  expect(await statusOf(turn)).toBe('answered')
  const shown = (await readRows(turn.getByRole('grid'))).flat().join(' ').replace(/[$,]/g, '').replaceAll('−', '-')
  for (const margin of margins) expect(shown).toContain(margin)

  const sentinels = [...margins, ...amounts].map(sentinelOf)
  const [search, searchText] = [searchFor(sentinels), searchFor(sentinels.map(asText))]
  const stored = await page.context().storageState({ indexedDB: true })
  expect(search(Buffer.from(JSON.stringify(stored)))).toBe(undefined)
  for (const [file, bytes] of await writtenFiles()) {
    const found = isState(file) ? searchText(bytes) : search(bytes)
    expect(found, `found in ${file}`).toBe(undefined)
  }

  // The search itself finds what is there.
  await writeFile(join(stack.temporaryFolder, 'planted'), Buffer.concat([Buffer.from('…'), sentinels[7]!.forms[2]!]))
  const found = [...(await writtenFiles()).values()].map(search)
  expect(found).toContain(margins[7])
})
