import { DatabaseSync } from 'node:sqlite'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, centsToUsd, panelOf, readRows, statusOf, toUsd } from './screen.ts'
import { type Stack, startStack } from './stack.ts'
import { readTruth, type Truth } from './truth.ts'

const mainQuestion = 'What is the lifetime gross margin by account for the Cleveland territory?'

let stack: Stack
let truth: Truth
beforeAll(async () => {
  stack = await startStack()
  truth = readTruth(stack.services.addresses)
})
afterAll(() => stack?.stop())

type TrueMargin = { id: string; name: string; margin: string }

/** Margin by account of a territory, from Parquet and Postgres; who has no orders has no row. */
async function trueMargins(territory: string): Promise<TrueMargin[]> {
  const names = new Map(
    (await truth.crm(
      `select a.id, a.name from accounts a join territories t on t.id = a.territory_id where t.name = '${territory}'`,
    )) as [string, string][],
  )
  const margins = await truth.lakehouse(
    `select account_id, sum(revenue - cost) as margin from read_parquet('{folder}/order_lines/*.parquet')
     where account_id in (${[...names.keys()].join(', ')}) group by account_id order by margin desc, account_id`,
  )
  return margins.map(([id = '', margin = '']) => ({ id, name: names.get(id) ?? '', margin }))
}

const onScreen = ({ name, margin }: TrueMargin) => [name, toUsd(margin)]

test('behavior: whom the gateway logs in as can read the CRM and change nothing in it', async () => {
  const { crmReader } = stack.services.addresses
  const { default: config } = await import('../lakefront.config.ts')
  expect(config.sources.crm).toMatchObject({ postgres: { url: expect.stringContaining('//lakefront_reader@') } })

  const reader = postgres(crmReader, { max: 1 })
  try {
    const [{ count }] = (await reader`select count(*) from accounts`) as [{ count: string }]
    expect(Number(count)).toBeGreaterThan(0)
    await expect(reader`delete from accounts`).rejects.toThrow(/read-only|permission denied/)
    await expect(reader.unsafe('set transaction read write; delete from accounts')).rejects.toThrow(/permission denied/)
  } finally {
    await reader.end()
  }
})

describe('the main question', () => {
  test('default', async () => {
    const page = await stack.open()
    const turn = await ask(page, mainQuestion)
    expect(await statusOf(turn)).toBe('answered')
    const rows = await readRows(turn.getByRole('grid'))
    expect(rows.map(([name, margin]) => [name, margin])).toEqual((await trueMargins('Cleveland')).map(onScreen))
    expect(rows).toHaveLength(42)
  })

  test('behavior: says where it was read, in which words, and how many rows moved', async () => {
    const page = await stack.open()
    const turn = await ask(page, mainQuestion)
    await turn.getByText(/2 live reads/).click()
    const steps = turn.getByRole('list', { name: 'How it was read' }).getByRole('listitem')
    await expect.poll(() => steps.first().textContent()).toMatch(/CRM[\s\S]*42 rows/)
    // One row an account leaves the lakehouse, never the order lines.
    expect(await steps.nth(1).textContent()).toMatch(/Lakehouse[\s\S]*42 rows/)
    expect(await turn.textContent()).toMatch(/42 rows · live .* · no copy kept/)
    expect(await turn.textContent()).toMatch(/Est\. .* actual /)
  })

  test('behavior: a click on an account opens its record with the ERP’s own orders', async () => {
    const [first] = await trueMargins('Cleveland')
    const page = await stack.open()
    const turn = await ask(page, mainQuestion)
    await turn.getByRole('grid').getByRole('button', { name: first!.name }).click()
    await page.waitForURL(`**/accounts/${first!.id}`)
    await page.getByRole('heading', { name: first!.name }).waitFor()

    const orders = page.getByRole('region', { name: 'Orders' })
    await orders.getByRole('row').nth(1).waitFor()
    const expected = truth.erp(
      `select order_number, status, line_count, total_amount_cents from orders where account_id = ${first!.id}
       order by order_date desc, order_id desc limit 10`,
    )
    const rows = await readRows(orders.getByRole('table'))
    const sorted = (list: string[][]) => list.toSorted((left, right) => left[0]!.localeCompare(right[0]!))
    expect(sorted(rows.map(([number, , status, lines, total]) => [number!, status!, lines!, total!]))).toEqual(
      sorted(expected.map(([number, status, lines, cents]) => [number!, status!, lines!, centsToUsd(cents!)])),
    )
    expect(await orders.textContent()).toMatch(/ERP/)

    await page.goBack()
    await page.waitForURL((url) => url.pathname === '/')
    expect(await panelOf(page).getByRole('article').count()).toBe(1)
  })

  test('behavior: an account’s address opens it, and questions there are about it', async () => {
    const [, second] = await trueMargins('Cleveland')
    const page = await stack.open(`/accounts/${second!.id}`)
    await page.getByRole('heading', { name: second!.name }).waitFor()
    await panelOf(page).getByText(second!.name).waitFor()
    const turn = await ask(page, 'What is the lifetime gross margin of this account?')
    expect(await statusOf(turn)).toBe('answered')
    expect((await readRows(turn.getByRole('grid'))).flat()).toContain(toUsd(second!.margin))
  })

  test('parameters: on a phone the assistant lies over the page and makes way for the record', async () => {
    const [first] = await trueMargins('Cleveland')
    const page = await stack.open('/', { viewport: { width: 360, height: 740 } })
    await page.getByRole('button', { name: 'Assistant' }).click()
    const turn = await ask(page, mainQuestion)
    expect((await readRows(turn.getByRole('grid'))).length).toBe(42)
    await turn.getByRole('button', { name: first!.name }).click()
    await page.getByRole('heading', { name: first!.name }).waitFor()
    expect(await panelOf(page).count()).toBe(0)
    // Nothing is wider than the screen.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)

    await page.getByRole('button', { name: 'Assistant' }).click()
    expect(await panelOf(page).getByRole('article').count()).toBe(1)
    await page.keyboard.press('Escape')
    await panelOf(page).waitFor({ state: 'detached' })
  })

  test('behavior: follow-ups keep what was asked', async () => {
    const page = await stack.open()
    await ask(page, mainQuestion)
    const turn = await ask(page, 'top 5')
    const rows = await readRows(turn.getByRole('grid'))
    expect(rows.map(([name, margin]) => [name, margin])).toEqual(
      (await trueMargins('Cleveland')).slice(0, 5).map(onScreen),
    )
  })
})

describe('a change in a system is in the next answer', () => {
  test('behavior: the ERP’s orders', async () => {
    const [first] = await trueMargins('Cleveland')
    const page = await stack.open(`/accounts/${first!.id}`)
    const orders = page.getByRole('region', { name: 'Orders' })
    const [[number, before] = []] = truth.erp(
      `select order_number, total_amount_cents from orders where account_id = ${first!.id} order by order_date desc limit 1`,
    )
    await orders.getByText(number!).waitFor()

    const after = String(Number(before) + 123_456)
    const database = new DatabaseSync(`${stack.services.addresses.dataFolder}/erp.sqlite`)
    database
      .prepare('update orders set total_amount_cents = ?, status = ? where order_number = ?')
      .run(after, 'Picking', number!)
    database.close()

    await orders.getByRole('button', { name: 'Read Orders again' }).click()
    const row = orders.getByRole('row').filter({ hasText: number! })
    await row.getByText(centsToUsd(after)).waitFor()
    expect(await row.textContent()).toContain('Picking')
  })

  test('behavior: the CRM’s territories', async () => {
    const [first] = await trueMargins('Cleveland')
    const database = postgres(stack.services.addresses.crm, { max: 1 })
    await database`update accounts set territory_id = (select id from territories where name = 'Akron') where id = ${first!.id}`
    await database.end()

    const page = await stack.open()
    const rows = await readRows((await ask(page, mainQuestion)).getByRole('grid'))
    expect(rows).toHaveLength(41)
    expect(rows.map(([name, margin]) => [name, margin])).toEqual((await trueMargins('Cleveland')).map(onScreen))
    const akron = await ask(page, 'What is the lifetime gross margin by account for the Akron territory?')
    expect((await readRows(akron.getByRole('grid'))).map(([name, margin]) => [name, margin])).toEqual(
      (await trueMargins('Akron')).map(onScreen),
    )
  })
})
