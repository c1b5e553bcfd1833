import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ErrorBody } from '@lakefront/contract'
import type { Client } from '@modelcontextprotocol/client'
import { expect, onTestFinished, test } from 'vitest'
import type { BudgetConfig } from '../config/types.ts'
import { dollarPrices } from '../testing/dollarPrices.ts'
import { connectClient } from '../testing/gatewayClient.ts'
import { startTestGateway } from '../testing/startTestGateway.ts'
import { openSuiteStore } from '../testing/suiteStore.ts'

/** Five hundred take more than a minute. */
const runs = Number(process.env.LAKEFRONT_RUNS ?? 60)
const most = Math.floor(runs * 0.6)

/** Most milliseconds that a busy machine may take for all of it. */
const patienceMs = 600_000

const sql = 'select * from order_lines'

const store = openSuiteStore()

/** A gateway in a process of its own, by the command that teams start it with. */
async function startGatewayProcess(config: string): Promise<string> {
  const main = join(import.meta.dirname, '../cli/main.ts')
  const child = spawn(process.execPath, [main, 'serve', '--config', config, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
  }, patienceMs)
  for await (const line of createInterface(child.stdout)) return line.replace('listening ', '')
  throw new Error('The gateway did not start.')
}

/** On a machine that is too busy to estimate or to answer in time nothing runs, and whoever asked asks again. */
async function runOnce(client: Client): Promise<string> {
  const call = { name: 'run_query', arguments: { source: 'lakehouse', sql } }
  const { isError, structuredContent } = await client.callTool(call, { timeout: patienceMs })
  if (!isError) return 'ran'
  const { code, retryable } = (structuredContent as ErrorBody).error
  return code === 'cost-unknown' || retryable ? runOnce(client) : code
}

test(
  `behavior: ${runs} at once at four gateways, a cap for ${most}: ${most} run, none more, and the ledger adds up`,
  async () => {
    const tenantId = 'many'
    const gateway = await startTestGateway({ prices: dollarPrices })
    const folder = mkdtempSync(join(tmpdir(), 'budget-'))
    onTestFinished(async () => {
      await gateway.close()
      rmSync(folder, { recursive: true })
    })
    const config = join(folder, 'lakefront.config.json')
    const budgets: BudgetConfig = { caps: [{ scope: 'tenant', period: 'month', capUsd: most }] }
    writeFileSync(config, JSON.stringify({ ...gateway.config, store: store.config, budgets }))
    const urls = await Promise.all([1, 2, 3, 4].map(() => startGatewayProcess(config)))
    const clients = await Promise.all(urls.map((url) => connectClient(gateway, { tenantId, url })))

    const outcomes = await Promise.all(Array.from({ length: runs }, (_, index) => runOnce(clients[index % 4]!)))
    const countOf = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length
    expect([new Set(outcomes), countOf('ran')]).toEqual([new Set(['ran', 'budget-exceeded']), most])

    const accounts = () =>
      store.query(
        `select reserved::text, spent::text from lakefront.budget_account
      where tenant_id = $1 and scope = 'tenant' and period = 'month'`,
        [tenantId],
      )
    await expect.poll(accounts, { timeout: 30_000 }).toEqual([{ reserved: '0.000000', spent: `${most}.000000` }])
    const reservations = await store.query(
      `select state, count(*)::integer as count, sum(reservation.spent)::text as spent, sum(line.spent)::text as told
    from lakefront.budget_reservation reservation
    join lakefront.budget_spending line on (line.tenant_id, reservation_id) = (reservation.tenant_id, reservation.id)
    where reservation.tenant_id = $1 group by state`,
      [tenantId],
    )
    const spent = `${most}.000000`
    expect(reservations).toEqual([{ state: 'settled', count: most, spent, told: spent }])
    await Promise.all(clients.map((client) => client.close()))
  },
  patienceMs,
)
