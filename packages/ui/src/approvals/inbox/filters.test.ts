import { sampleApproval } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { facetsOf, noFilters, toOptions } from './filters.ts'

test('default: only what was chosen is asked for', () => {
  expect(toOptions(noFilters)).toEqual({})
  expect(toOptions({ ...noFilters, search: ' rebuild ', effectClass: 'write' })).toEqual({
    search: 'rebuild',
    effectClass: 'write',
  })
})

test('default: choices are counted, and what has none is no choice', () => {
  const by = (userId: string, agentId: string | null = null) => sampleApproval({ requestedBy: { userId, agentId } })
  const requests = [by('dana'), by('amir', 'scout'), by('dana', 'scout')]
  const person = ({ requestedBy: { userId } }: (typeof requests)[0]) => ({ value: userId, label: userId })
  expect(facetsOf(requests, person)).toEqual([
    { value: 'amir', label: 'amir', count: 1 },
    { value: 'dana', label: 'dana', count: 2 },
  ])
  const agent = ({ requestedBy: { agentId } }: (typeof requests)[0]) =>
    agentId === null ? undefined : { value: agentId, label: agentId }
  expect(facetsOf(requests, agent)).toEqual([{ value: 'scout', label: 'scout', count: 2 }])
})
