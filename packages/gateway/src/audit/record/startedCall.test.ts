import { expect, test } from 'vitest'
import { startedCall } from './startedCall.ts'

const caller = { tenantId: 'erie', userId: 'mona', roles: ['manager'] }
const inputsOf = (tool: string, input: object) => startedCall({ callId: 'c', tool, input, caller }, () => 'hash').inputs

test('default: names of ours and counts as they are, anything else as a keyed hash', () => {
  const input = { entity: 'deal', id: 'anna@example.com', values: { stage: 'Won' }, limit: 5, requestId: undefined }
  const inputs = inputsOf('update_record', input)
  expect(inputs).toMatchObject({ entity: 'deal', limit: '5' })
  expect(Object.keys(inputs).sort()).toEqual(['entity', 'id', 'limit', 'values'])
  expect(JSON.stringify(inputs)).not.toMatch(/anna|Won/)
})

test('behavior: who sets how much happens by itself is on the record with the level and each amount', () => {
  const limits = { costUsdPerDay: 3, rows: 0, piiClasses: ['email'] }
  expect(inputsOf('set_autonomy', { level: 'limited', limits, version: '7' })).toMatchObject({
    level: 'limited',
    'limits.costUsdPerDay': '3',
    'limits.rows': '0',
    'limits.piiClasses': expect.not.stringContaining('email'),
  })
})
