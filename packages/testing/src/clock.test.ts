import { expect, test } from 'vitest'
import { createFakeClock, realClock } from './clock.ts'

test('default: time moves when it is told to', async () => {
  const clock = createFakeClock('2026-11-20T10:41:00Z')
  const woken: string[] = []
  void clock.sleep(20).then(() => woken.push('late'))
  void clock.sleep(10).then(() => woken.push('early'))
  await clock.advance(15)
  expect(woken).toEqual(['early'])
  expect(clock.sleeperCount()).toBe(1)
  await clock.advance(15)
  expect(woken).toEqual(['early', 'late'])
  expect(new Date(clock.now()).toISOString()).toBe('2026-11-20T10:41:00.030Z')
})

test('behavior: who goes to sleep again wakes within the same stretch of time', async () => {
  const clock = createFakeClock()
  let naps = 0
  const sleeper = (async () => {
    for (; naps < 3; naps++) await clock.sleep(10)
  })()
  await clock.advance(30)
  await sleeper
  expect(naps).toBe(3)
})

test.each([
  ['fake', createFakeClock()],
  ['real', realClock],
])('behavior: an abort wakes with its reason (%s)', async (_name, clock) => {
  const controller = new AbortController()
  const slept = clock.sleep(60_000, controller.signal)
  controller.abort(new Error('enough'))
  await expect(slept).rejects.toThrow('enough')
  await expect(clock.sleep(1, controller.signal)).rejects.toThrow('enough')
})
