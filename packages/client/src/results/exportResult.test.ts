import type { ResultPage } from '@lakefront/contract'
import {
  createFakeClock,
  type ScriptedResult,
  sampleAnswer,
  sampleColumns,
  sampleResultPage,
  sampleRows,
  scriptedGateway,
} from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { createClient } from '../createClient.ts'
import { LakefrontError } from '../errors.ts'
import type { ResultFile } from '../types.ts'

async function live(
  result: Partial<ScriptedResult>,
  page?: Partial<ResultPage>,
  options: Parameters<typeof scriptedGateway>[1] = {},
) {
  const gateway = scriptedGateway(
    {
      fetch_rows: ({ handle }) => ({ ...sampleResultPage(page), handle, url: `/results/${handle}?signature=scripted` }),
      ask: (_input, stage) =>
        sampleAnswer({ result: stage.openResult({ columns: sampleColumns, rows: sampleRows(1_000), ...result }) }),
    },
    options,
  )
  const client = createClient(gateway)
  const answer = await client.ask({ question: 'margin?' })
  return { gateway, client, page: answer.result as ResultPage }
}

async function failureOf(promise: Promise<unknown>) {
  const error = await promise.catch((error: unknown) => error)
  if (!LakefrontError.isInstance(error)) throw new Error(`Not one of ours: ${error}`)
  return error
}

const textOf = ({ body }: ResultFile) => new Response(body).text()

test('default: the whole result, as it arrives', async () => {
  const { client, gateway, page } = await live({ batchSize: 100 })
  const onProgress = vi.fn()
  const file = await client.exportResult(page, { format: 'csv', name: 'Margin', exact: true, onProgress })
  expect(file).toMatchObject({ fileName: 'result.csv', rowCount: 1_000, truncated: false })
  const text = await textOf(file)
  expect(text.trimEnd().split('\r\n')).toHaveLength(1_001)
  expect(onProgress.mock.lastCall).toEqual([{ bytesReceived: new TextEncoder().encode(text).length }])
  const { pathname, searchParams } = gateway.resultRequests[0]!
  expect(pathname).toMatch(/^\/results\/[^/]+\/export$/)
  expect(Object.fromEntries(searchParams)).toEqual({
    signature: 'scripted',
    format: 'csv',
    name: 'Margin',
    exact: 'true',
  })
})

test('behavior: a result that came back after a reload gets its link first', async () => {
  const { client, page } = await live({})
  expect(await textOf(await client.exportResult({ ...page, url: '' }, { format: 'csv' }))).toContain('Great Lakes')
})

test('behavior: a result that was cut says so', async () => {
  const { client, page } = await live({ truncated: true })
  expect(await client.exportResult(page, { format: 'csv' })).toMatchObject({ truncated: true })
})

test.each(['expired-handle', 'unknown-handle', 'foreign-handle'] as const)(
  'behavior: %s has its code',
  async (refuses) => {
    const { client, page } = await live({ refuses })
    expect(await failureOf(client.exportResult(page, { format: 'csv' }))).toMatchObject({ code: refuses })
  },
)

test('behavior: a file that breaks off is no file', async () => {
  const { client, page } = await live({ batchSize: 100, cutAfterBatch: 3 })
  const failure = await failureOf(textOf(await client.exportResult(page, { format: 'csv' })))
  expect(failure).toMatchObject({ code: 'gateway-unreachable', retryable: true })
})

test('behavior: a cut that nobody could announce is told as one', async () => {
  const { client, page } = await live({ batchSize: 100, cutAfterBatch: 3 }, { truncated: true })
  expect(await failureOf(textOf(await client.exportResult(page, { format: 'csv' })))).toMatchObject({
    code: 'result-limit',
  })
})

test('behavior: aborting ends the file', async () => {
  const clock = createFakeClock()
  const { client, page } = await live({ batchDelayMs: 10 }, {}, { clock })
  const controller = new AbortController()
  const file = await client.exportResult(page, { format: 'csv', signal: controller.signal })
  const failure = failureOf(textOf(file))
  await vi.waitFor(() => expect(clock.sleeperCount()).toBe(1))
  controller.abort()
  expect((await failure).code).toBe('cancelled')
})
