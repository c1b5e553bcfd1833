import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, readRows, statusOf } from './screen.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth } from './truth.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack?.stop())

/** What the generator made, and the CRM's own database: the sources themselves. */
const isSource = (path: string) => /^(lakehouse|crm|erp\.sqlite)/.test(path)

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('behavior: no file that a process wrote holds a value of a lakehouse row', async () => {
  const { lakehouse, crm } = readTruth(stack.services.addresses)
  const ids = (
    await crm(`select a.id from accounts a join territories t on t.id = a.territory_id where t.name = 'Cleveland'`)
  ).flat()
  const sentinels = (
    await lakehouse(
      `select sum(revenue - cost) from read_parquet('{folder}/order_lines/*.parquet') where account_id in (${ids.join(', ')}) group by account_id`,
    )
  ).flat()
  expect(sentinels).toHaveLength(42)

  const page = await stack.open()
  const turn = await ask(page, 'What is the lifetime gross margin by account for the Cleveland territory?')
  expect(await statusOf(turn)).toBe('answered')
  const shown = (await readRows(turn.getByRole('grid'))).flat().join(' ').replace(/[$,]/g, '').replaceAll('−', '-')
  for (const sentinel of sentinels) expect(shown).toContain(sentinel)

  const { dataFolder } = stack.services.addresses
  const written = (await filesIn(dataFolder)).filter((file) => !isSource(relative(dataFolder, file)))
  const temporary = await filesIn(stack.temporaryFolder)
  const stored = JSON.stringify(await page.context().storageState())
  const haystacks = new Map([['storage of the page', stored]])
  for (const file of [...written, ...temporary]) haystacks.set(file, await readFile(file, 'latin1'))
  for (const [place, text] of haystacks) {
    for (const sentinel of sentinels) expect(text.includes(sentinel), `${sentinel} is in ${place}`).toBe(false)
  }
})
