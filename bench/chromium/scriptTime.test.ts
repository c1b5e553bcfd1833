import { expect, test } from 'vitest'
import { scriptMsOf } from './scriptTime.ts'

test('default', () => {
  const names = ['(root)', '(program)', '(idle)', 'render', '(garbage collector)']
  const nodes = names.map((functionName, id) => ({ id, callFrame: { functionName } }))
  const profile = { nodes, samples: [1, 3, 3, 2, 4], timeDeltas: [900, 1_000, 1_200, 5_000, 300] }
  expect(scriptMsOf(profile)).toBe(2.5)
})
