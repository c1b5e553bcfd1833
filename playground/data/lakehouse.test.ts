import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAccounts } from './accounts.ts'
import { generateLakehouse } from './lakehouse.ts'
import { askLakehouse, makeFolder, testScale } from './testData.ts'

let folder: string
let remove: () => Promise<void>
const ask = (sql: string) => askLakehouse(folder, sql)

beforeAll(async () => {
  ;({ folder, remove } = await makeFolder())
  await generateLakehouse(folder, { scale: testScale })
}, 60_000)
afterAll(() => remove())

const accounts = makeAccounts(testScale)
const idsOf = (territory: string) =>
  accounts.filter((account) => account.territory.name === territory).map(({ id }) => id)
const checksum = `select count(*), sum(hash(columns(*)::varchar) % 1000003) from order_lines`

test('default: the totals that everything else was checked against', async () => {
  const [totals] = await ask(
    `select count(*), count(distinct order_id), sum(revenue), sum(cost), sum(quantity) from order_lines`,
  )
  expect(totals).toMatchInlineSnapshot(`
    [
      "40503",
      "11610",
      "13975133.31",
      "9654417.53",
      "457720",
    ]
  `)
})

test('behavior: made twice, the rows are the same', async () => {
  const second = await makeFolder()
  await generateLakehouse(second.folder, { scale: testScale })
  const again = await askLakehouse(second.folder, checksum)
  await second.remove()
  expect(again).toEqual(await ask(checksum))
})

test('behavior: revenue is quantity × price × (1 − discount) × rate, to the cent', async () => {
  const wrong = await ask(`
    select count(*) from order_lines
    where abs(revenue - quantity * unit_price::double * (1 - discount::double) * exchange_rate::double) > 0.00501`)
  expect(wrong).toEqual([['0']])
})

test('behavior: keys lead somewhere and are not used twice', async () => {
  const dangling = await ask(`
    select (select count(*) from order_lines anti join products using (product_id)),
      (select count(*) from order_lines anti join dates on order_date = date_key),
      (select count(*) from order_lines anti join accounts using (account_id)),
      (select count(*) - count(distinct order_line_id) from order_lines),
      (select count(*) - count(distinct product_name) from products)`)
  expect(dangling).toEqual([['0', '0', '0', '0', '0']])
  const known = new Map(accounts.map(({ id, erpAccountNumber }) => [String(id), erpAccountNumber]))
  for (const [id, number] of await ask('select account_id, erp_account_number from accounts')) {
    expect(known.get(id ?? '')).toBe(number)
  }
})

test('behavior: margins are those of a distributor', async () => {
  const years = await ask(`select year(order_date), sum(revenue - cost) / sum(revenue) from order_lines group by 1`)
  expect(years).toHaveLength(9)
  for (const [, margin] of years) {
    expect(Number(margin)).toBeGreaterThan(0.22)
    expect(Number(margin)).toBeLessThan(0.38)
  }
})

test('behavior: Cleveland has 42 accounts, the largest is known, three lose money on returns', async () => {
  const cleveland = idsOf('Cleveland')
  expect(cleveland).toHaveLength(42)
  const margins = await ask(`
    select account_id, sum(revenue - cost) as margin from order_lines
    where account_id in (${cleveland}) group by account_id order by margin desc`)
  expect(margins).toHaveLength(42)
  expect(accounts.find(({ id }) => String(id) === margins[0]?.[0])?.name).toBe('Great Lakes Fastener & Supply')
  expect(margins.filter(([, margin]) => Number(margin) < 0)).toHaveLength(3)
})

test('behavior: the mess of real life is there', async () => {
  const [counts] = await ask(`
    select count(*) filter (cost is null) > 0, count(*) filter (quantity < 0 and order_number like 'RM-%') > 0,
      count(*) filter ((quantity < 0) <> (order_number like 'RM-%')), count(distinct currency), count(*) filter (ship_date is null) > 0
    from order_lines`)
  expect(counts).toEqual(['true', 'true', '0', '4', 'true'])

  const merged = accounts.find(({ status }) => status === 'Merged')
  const [lines] = await ask(`select count(*) > 0, max(order_date) from order_lines where account_id = ${merged?.id}`)
  expect(lines?.[0]).toBe('true')
  expect(String(lines?.[1]) < '2022-08').toBe(true)

  const silent = accounts.find(({ status, orderWeight }) => status === 'Active' && orderWeight === 0)
  expect(await ask(`select count(*) from order_lines where account_id = ${silent?.id}`)).toEqual([['0']])
})
