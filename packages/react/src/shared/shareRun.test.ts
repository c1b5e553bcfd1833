import { createTestClient } from '@lakefront/testing'
import { expect, test, vi } from 'vitest'
import { shareRun } from './shareRun.ts'

function under() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const start = vi.fn((_signal: AbortSignal) => promise)
  return { client: createTestClient(), start, resolve, reject, signal: () => start.mock.calls[0]?.[0] }
}

test('default: the same key at the same time runs once', async () => {
  const { client, start, resolve } = under()
  const both = [shareRun(client, 'key', undefined, start), shareRun(client, 'key', undefined, start)]
  resolve('rows')
  expect(await Promise.all(both)).toEqual(['rows', 'rows'])
  expect(start).toHaveBeenCalledTimes(1)
})

test('behavior: another key, another client and a later call run anew', async () => {
  const { client, start, resolve } = under()
  resolve('rows')
  await Promise.all([shareRun(client, 'a', undefined, start), shareRun(client, 'b', undefined, start)])
  await shareRun(createTestClient(), 'a', undefined, start)
  await shareRun(client, 'a', undefined, start)
  expect(start).toHaveBeenCalledTimes(4)
})

test('behavior: one who leaves does not stop the run for the others', async () => {
  const { client, start, resolve, signal } = under()
  const leaving = new AbortController()
  void shareRun(client, 'key', leaving.signal, start)
  const staying = shareRun(client, 'key', undefined, start)
  leaving.abort()
  await new Promise((settle) => setTimeout(settle))
  expect(signal()?.aborted).toBe(false)
  resolve('rows')
  expect(await staying).toBe('rows')
})

test('behavior: it is aborted when all have left', async () => {
  const { client, start, signal } = under()
  const leaving = new AbortController()
  void shareRun(client, 'key', leaving.signal, start)
  leaving.abort()
  await vi.waitFor(() => expect(signal()?.aborted).toBe(true))
})

test('behavior: who comes back at once finds it running', async () => {
  const { client, start, resolve, signal } = under()
  const leaving = new AbortController()
  void shareRun(client, 'key', leaving.signal, start)
  leaving.abort()
  const back = shareRun(client, 'key', undefined, start)
  await new Promise((settle) => setTimeout(settle))
  expect(signal()?.aborted).toBe(false)
  resolve('rows')
  expect(await back).toBe('rows')
  expect(start).toHaveBeenCalledTimes(1)
})

test('behavior: a failure is everybody’s, and is not kept', async () => {
  const { client, start, reject } = under()
  const both = [shareRun(client, 'key', undefined, start), shareRun(client, 'key', undefined, start)]
  reject(new Error('no'))
  expect(await Promise.allSettled(both)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  await shareRun(client, 'key', undefined, start).catch(() => {})
  expect(start).toHaveBeenCalledTimes(2)
})
