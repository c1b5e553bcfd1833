import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { answered, askedAt } from '../questions/answered.ts'
import { type Asker, createAsker } from '../questions/asker.ts'
import { sorted, spell, visibleRows } from '../questions/compare.ts'
import { readCrmTables, readErpTables } from '../questions/demoTables.ts'
import { createDemoToken } from '../questions/demoToken.ts'
import { type Oracle, openOracle } from '../questions/oracle.ts'
import { refused, unclear } from '../questions/unclear.ts'
import { type Services, startServices } from '../services.ts'
import { freePorts } from './freePorts.ts'
import { scale } from './templateData.ts'

let services: Services
let oracle: Oracle
let asker: Asker
let folder: string

beforeAll(async () => {
  process.env.LAKEFRONT_NOW = askedAt
  folder = await mkdtemp(join(tmpdir(), 'lakefront-questions-'))
  await cp(inject('templateData'), folder, { recursive: true })
  services = await startServices({ data: folder, scale, ports: await freePorts() })
  const { addresses } = services
  oracle = await openOracle({
    folders: { lakehouse: join(folder, 'lakehouse') },
    tables: [...(await readCrmTables(addresses)), ...readErpTables(addresses)],
  })
  asker = createAsker({ gatewayUrl: addresses.gateway, getAccessToken: () => createDemoToken(folder) })
})

afterAll(async () => {
  await asker?.close()
  await oracle?.close()
  await services?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('questions with an answer', () => {
  test.each(answered)('$question $followUps', async ({ context, sql, ordered, ...asked }) => {
    const { answer, rows } = await asker.ask({ ...asked, ...(context && { context: await find(context) }) })
    expect(answer.status, answer.clarification?.message ?? answer.error?.message).toBe('answered')
    const expected = (await oracle.rows(sql)).map((row) => row.map(spell))
    const actual = visibleRows(answer.result!.columns, rows)
    expect(expected.length).toBeGreaterThan(0)
    expect(ordered ? actual : sorted(actual)).toEqual(ordered ? expected : sorted(expected))
  })
})

describe('questions that are asked back', () => {
  test.each(unclear)('$question', async ({ words, offers, ...asked }) => {
    const { answer } = await asker.ask(asked)
    expect(answer.status).toBe('clarification')
    expect(answer.result).toBeUndefined()
    const { clarification } = answer
    const named = `${clarification!.words.join(' ')} ${clarification!.message}`.toLowerCase()
    for (const word of words) expect(named).toContain(word)
    if (offers) expect(JSON.stringify(clarification!.choices).toLowerCase()).toContain(offers.toLowerCase())
  })
})

describe('questions that are refused', () => {
  test.each(refused)('$question: $because', async ({ question }) => {
    const { answer } = await asker.ask({ question })
    expect(answer.status).toBe('refused')
    expect(answer.steps).toEqual([])
    expect(answer.text.length).toBeGreaterThan(20)
  })
})

/** Fills the key of a record in that is known by its name only. */
async function find(context: { entity: string; id: string; label: string }) {
  const rows = await oracle.rows(`select id from crm.accounts where name = '${context.label.replaceAll("'", "''")}'`)
  return { ...context, id: rows[0]![0]! }
}
