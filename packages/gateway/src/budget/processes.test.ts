import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { openSuiteStore } from '../testing/suiteStore.ts'

const store = openSuiteStore()

const importOf = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)

/** Holds money for so many runs at once, ends them in every way there is, and says how many were let through. */
const runner = `
  const { openStore } = await import(${importOf('../store/openStore.ts')})
  const { createBudget } = await import(${importOf('./createBudget.ts')})
  const [place, name, count] = JSON.parse(process.argv[1])
  const store = await openStore(place)
  const config = { caps: [
    { scope: 'tenant', period: 'month', capUsd: 36.9 },
    { scope: 'user', period: 'day', capUsd: 10 },
  ] }
  const budget = createBudget({ config, store, redact: (question) => question, onFault(error) { throw error } })
  const amount = { bytesScanned: null, costUsd: 0.123 }
  const estimate = { low: amount, expected: amount, high: amount, confidence: 'exact', basis: '' }
  const codes = {}
  const note = (code) => { codes[code] = (codes[code] ?? 0) + 1 }
  await Promise.all(Array.from({ length: count }, async (_, index) => {
    const payer = { tenantId: 'many', userId: 'user ' + index % 5 }
    try {
      const hold = await budget.hold({ id: name + ' ' + index, payer, estimate })
      hold.settle([{ source: 'lakehouse', costUsd: index % 2 ? 0.123 : null }])
      note('held')
    } catch (error) {
      note(error.code + ' ' + error.budget?.scope)
    }
  }))
  await budget.close()
  await store.close()
  console.log(JSON.stringify(codes))`

async function runElsewhere(name: string, count: number): Promise<Record<string, number>> {
  const parameters = JSON.stringify([store.config, name, count])
  const child = spawn(process.execPath, ['--input-type=module', '-e', runner, parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return JSON.parse(await text(child.stdout))
}

test('default: 500 at once from four processes, caps for exactly 300: 300 run, and it adds up to the millionth', async () => {
  const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map((name) => runElsewhere(name, 125)))
  const total = (code: string) => outcomes.reduce((sum, codes) => sum + (codes[code] ?? 0), 0)
  expect(total('held')).toBe(300)
  expect(total('budget-exceeded user') + total('budget-exceeded tenant')).toBe(200)
  const accounts = await store.query(
    `select scope, period, sum(reserved)::text as reserved, sum(spent)::text as spent
    from lakefront.budget_account group by scope, period order by scope, period`,
  )
  const everything = { reserved: '0.000000', spent: '36.900000' }
  expect(accounts).toEqual([
    { scope: 'tenant', period: 'day', ...everything },
    { scope: 'tenant', period: 'month', ...everything },
    { scope: 'user', period: 'day', ...everything },
    { scope: 'user', period: 'month', ...everything },
  ])
}, 60_000)
