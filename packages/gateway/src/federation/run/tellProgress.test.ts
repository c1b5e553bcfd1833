import { expect, test } from 'vitest'
import { type StepProgress, tellProgress } from './tellProgress.ts'

test('default: a source that tells all the time is heard now and then, and when its state changes', () => {
  const events: StepProgress[] = []
  const tell = tellProgress('margin', (event) => events.push(event))
  for (let count = 0; count < 100; count++) tell({ state: 'waking' })
  for (let count = 0; count < 100; count++) tell({ state: 'running', fraction: count / 100 })
  expect(events.map(({ state }) => state)).toEqual(['waking', 'running'])
  expect(events[1]).toMatchObject({ type: 'step-progress', stepId: 'margin', fraction: 0 })
  expect(events[0]!.elapsedMs).toBeGreaterThanOrEqual(0)
})
