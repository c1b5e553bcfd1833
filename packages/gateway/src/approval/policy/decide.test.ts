import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from './decide.ts'
import type { EffectFacts, Policy, PolicyRule, Requester } from './types.ts'

const update: EffectFacts = {
  tool: 'update_record',
  sources: ['crm'],
  effectClass: 'write',
  costUsd: 0,
  rows: 1,
  people: 1,
  piiClasses: [],
  channels: [],
}
const anna: Requester = { userId: 'anna', roles: ['sales'] }
const approvers = { roles: ['manager'], quorum: 1, fourEyes: false }
const policyOf = (policy: Partial<Policy> = {}): Policy => ({
  level: 'propose',
  limits: {},
  rules: [],
  approvers,
  ...policy,
})
const verdictOf = ({
  effect = {},
  policy,
  requester = anna,
  costUsd = 0,
}: {
  effect?: Partial<EffectFacts>
  policy?: Partial<Policy>
  requester?: Requester
  costUsd?: number
} = {}) => decide({ effect: { ...update, ...effect }, requester, policy: policyOf(policy), usedToday: { costUsd } })

test('default', () => {
  expect(verdictOf()).toEqual({
    verdict: 'ask',
    because: ['At the level “propose” every effect is asked for.'],
    approvers,
  })
})

test.each([
  ['observe', 'write', 'deny'],
  ['observe', 'read', 'allow'],
  ['propose', 'costly-read', 'ask'],
  ['limited', 'write', 'ask'],
  ['autonomous', 'destructive', 'allow'],
] as const)('parameters: %s, %s -> %s', (level, effectClass, verdict) => {
  expect(verdictOf({ effect: { effectClass }, policy: { level } }).verdict).toBe(verdict)
})

const limits = {
  costUsdPerEffect: 0.5,
  costUsdPerDay: 20,
  rows: 10,
  people: 10,
  piiClasses: ['email'],
  channels: ['braze'],
}

test.each([
  ['all within', {}, 0, []],
  ['at the limit', { costUsd: 0.5, rows: 10, people: 10, piiClasses: ['email'], channels: ['braze'] }, 19.5, []],
  ['the cost', { costUsd: 0.6 }, 0, ['Its cost is $0.6, over the limit of $0.5.']],
  ['the cost of the day', { costUsd: 0.5 }, 19.75, ['The cost of the day is $20.25, over the limit of $20.']],
  ['an unknown cost', { costUsd: null }, 0, ['Its cost is not known.', 'The cost of the day is not known.']],
  ['the rows', { rows: 11 }, 0, ['The number of rows is 11, over the limit of 10.']],
  ['unknown people', { people: null }, 0, ['The number of people is not known.']],
  [
    'personal data',
    { piiClasses: ['email', 'phone'] },
    0,
    ['Personal data (phone) is not among what may happen by itself.'],
  ],
  ['a channel', { channels: ['meta'] }, 0, ['Sending to (meta) is not among what may happen by itself.']],
  ['what cannot be undone', { effectClass: 'destructive' }, 0, ['It cannot be undone, so it is always asked for.']],
] as const)('parameters: limited, %s', (_case, effect, costUsd, because) => {
  const { verdict, ...rest } = verdictOf({ effect, policy: { level: 'limited', limits }, costUsd })
  expect(verdict).toBe(because.length === 0 ? 'allow' : 'ask')
  expect(rest.because).toEqual(because.length === 0 ? ['It stays within the limits.'] : because)
})

test('behavior: a limit that is not stated allows nothing of its kind', () => {
  const { verdict, because } = verdictOf({ policy: { level: 'limited' } })
  expect(verdict).toBe('ask')
  expect(because).toContain('The number of rows is 1, and no limit is stated for it.')
})

test.each([
  ['tools', { tools: ['update_record'] }, { tools: ['create_record'] }],
  ['sources', { sources: ['crm'] }, { sources: ['erp'] }],
  ['effects', { effects: ['write'] }, { effects: ['activate'] }],
  ['roles', { roles: ['sales', 'support'] }, { roles: ['support'] }],
] as const)('parameters: rules by %s', (_case, fitting, other) => {
  expect(verdictOf({ policy: { rules: [{ verdict: 'deny', ...fitting }] } }).verdict).toBe('deny')
  expect(verdictOf({ policy: { rules: [{ verdict: 'deny', ...other }] } }).verdict).toBe('ask')
})

test('parameters: rules by agent', () => {
  const rules: PolicyRule[] = [{ verdict: 'deny', agents: ['scout'] }]
  expect(verdictOf({ policy: { rules }, requester: { ...anna, agentId: 'scout' } }).verdict).toBe('deny')
  expect(verdictOf({ policy: { rules } }).verdict).toBe('ask')
})

test('behavior: a rule names its own approvers', () => {
  const rules: PolicyRule[] = [
    { verdict: 'ask', reason: 'Owners change rarely.', approvers: { quorum: 2, fourEyes: true } },
  ]
  expect(verdictOf({ policy: { level: 'autonomous', rules } })).toEqual({
    verdict: 'ask',
    because: ['Owners change rarely.'],
    approvers: { roles: ['manager'], quorum: 2, fourEyes: true },
  })
})

const verdicts = ['deny', 'ask', 'allow'] as const
const anyRules = fc.array(fc.record({ verdict: fc.constantFrom(...verdicts) }), { minLength: 1 })

test('behavior: deny over ask over allow, in any order, at any level', () => {
  const levels = fc.constantFrom('observe', 'propose', 'limited', 'autonomous')
  fc.assert(
    fc.property(anyRules, levels, (rules, level) => {
      const strictest = verdicts.find((verdict) => rules.some((rule) => rule.verdict === verdict))
      expect(verdictOf({ policy: { rules, level: level as Policy['level'] } }).verdict).toBe(strictest)
    }),
  )
})

const places = ['crm', 'erp', 'lakehouse'] as const
const anySources = fc.uniqueArray(fc.constantFrom(...places), { minLength: 1 })
const anyPolicy = fc.record({
  level: fc.constantFrom('observe', 'propose', 'limited', 'autonomous'),
  rules: fc.array(
    fc.record(
      {
        verdict: fc.constantFrom(...verdicts),
        sources: anySources,
        approvers: fc.record({ quorum: fc.integer({ min: 1, max: 3 }), fourEyes: fc.boolean() }),
      },
      { requiredKeys: ['verdict'] },
    ),
  ),
}) as fc.Arbitrary<Partial<Policy>>

test('behavior: of an effect at several sources, whatever is strictest at one of them counts, in any order', () => {
  fc.assert(
    fc.property(anySources, anyPolicy, (sources, policy) => {
      const effect = { effectClass: 'costly-read', costUsd: 1 } as const
      const whole = verdictOf({ effect: { ...effect, sources }, policy })
      const alone = sources.map((source) => verdictOf({ effect: { ...effect, sources: [source] }, policy }))
      expect(whole.verdict).toBe(verdicts.find((verdict) => alone.some((each) => each.verdict === verdict)))
      const asking = alone.flatMap((each) => (each.verdict === whole.verdict ? (each.approvers ?? []) : []))
      for (const { quorum, fourEyes } of asking) {
        expect(whole.approvers!.quorum).toBeGreaterThanOrEqual(quorum)
        expect(whole.approvers!.fourEyes || !fourEyes).toBe(true)
      }
      const turned = verdictOf({ effect: { ...effect, sources: sources.toReversed() }, policy })
      expect(turned.verdict).toBe(whole.verdict)
    }),
  )
})

test('behavior: who agrees to several sources may agree to each; where there is no such role it is refused', () => {
  const ask = (source: string, roles: string[]): PolicyRule => ({
    verdict: 'ask',
    sources: [source],
    approvers: { roles },
  })
  const at = (...roles: string[][]) => {
    const rules = roles.map((each, index) => ask(places[index]!, each))
    return verdictOf({ effect: { sources: places.slice(0, roles.length) }, policy: { rules } })
  }
  expect(at(['finance', 'boss'], ['sales', 'boss']).approvers?.roles).toEqual(['boss'])
  expect(at([], ['sales']).approvers?.roles).toEqual(['sales'])
  expect(at([], []).approvers?.roles).toEqual([])
  expect(at(['finance'], ['sales'])).toMatchObject({
    verdict: 'deny',
    because: expect.arrayContaining(['No role may agree to all of it.']),
  })
})
