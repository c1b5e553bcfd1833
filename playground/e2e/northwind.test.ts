import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createGateway, createToken, loadConfig } from '@lakefront/gateway'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asker, createAsker } from '../questions/asker.ts'
import { sorted, spell, visibleRows } from '../questions/compare.ts'
import { northwind } from '../questions/northwind.ts'
import { type Oracle, openOracle } from '../questions/oracle.ts'

const example = resolve(import.meta.dirname, '../../docs/examples/northwind')
const data = process.env.NORTHWIND_DATA ?? resolve(example, '../../../../shared/data/northwind')

/** The data is not part of the repository: where it is missing, these say so by being skipped. */
describe.skipIf(!existsSync(data))('the Northwind example, from its CSV files', () => {
  let oracle: Oracle
  let asker: Asker
  let gateway: Awaited<ReturnType<typeof createGateway>>

  beforeAll(async () => {
    const config = await loadConfig(`${example}/lakefront.config.ts`)
    gateway = await createGateway(config)
    oracle = await openOracle({ folders: { main: data }, nullText: 'NULL' })
    const jwtSecret = 'jwtSecret' in config.authentication ? config.authentication.jwtSecret : ''
    asker = createAsker({
      gatewayUrl: 'http://localhost/mcp',
      getAccessToken: () => createToken({ jwtSecret, tenantId: 'northwind', userId: 'nancy' }),
      fetch: (input, init) => gateway.fetch(new Request(input, init)),
    })
  })

  afterAll(async () => {
    await asker?.close()
    await gateway?.close()
    await oracle?.close()
  })

  test.each(northwind)('$question $followUps', async ({ sql, ordered, ...asked }) => {
    const { answer, rows } = await asker.ask(asked)
    expect(answer.status, answer.clarification?.message ?? answer.error?.message).toBe('answered')
    const expected = (await oracle.rows(sql)).map((row) => row.map(spell))
    const actual = visibleRows(answer.result!.columns, rows)
    expect(ordered ? actual : sorted(actual)).toEqual(ordered ? expected : sorted(expected))
  })
})
