import { exceededLimits } from './limits.ts'
import { strictestOf } from './strictestOf.ts'
import type { EffectFacts, Policy, PolicyRule, Requester, UsedToday, Verdict } from './types.ts'

export type DecideParameters = {
  effect: EffectFacts
  requester: Requester
  policy: Policy
  usedToday: UsedToday
}

/**
 * What the policy says of an effect: the strictest of what it says for each source. Rules first, `deny` over `ask` over
 * `allow` whatever their order; where none fits, the autonomy level. Pure, so that a level can be tried on the record of what
 * was.
 */
export function decide(parameters: DecideParameters): Verdict {
  return strictestOf(parameters.effect.sources.map((source) => decideAt(source, parameters)))
}

function decideAt(source: string, parameters: DecideParameters): Verdict {
  const { effect, requester, policy } = parameters
  const fitting = policy.rules.filter((rule) => fits(rule, source, effect, requester))
  const rule =
    fitting.find(({ verdict }) => verdict === 'deny') ??
    fitting.find(({ verdict }) => verdict === 'ask') ??
    fitting.find(({ verdict }) => verdict === 'allow')
  return rule ? byRule(rule, policy) : byLevel(parameters)
}

function fits(rule: PolicyRule, source: string, effect: EffectFacts, requester: Requester) {
  const { tools, sources, effects, agents, roles } = rule
  const { agentId } = requester
  return (
    (tools?.includes(effect.tool) ?? true) &&
    (sources?.includes(source) ?? true) &&
    (effects?.includes(effect.effectClass) ?? true) &&
    (agents === undefined || (agentId !== undefined && agents.includes(agentId))) &&
    (roles?.some((role) => requester.roles.includes(role)) ?? true)
  )
}

function byRule({ verdict, reason, approvers }: PolicyRule, policy: Policy): Verdict {
  const because = [reason ?? ruleReasons[verdict]]
  return verdict === 'ask'
    ? { verdict, because, approvers: { ...policy.approvers, ...approvers } }
    : { verdict, because }
}

const ruleReasons = {
  deny: 'A rule forbids it.',
  ask: 'A rule wants somebody to agree.',
  allow: 'A rule allows it.',
}

function byLevel({ effect, policy, usedToday }: DecideParameters): Verdict {
  const { level, limits, approvers } = policy
  if (effect.effectClass === 'read') return { verdict: 'allow', because: ['It only reads.'] }
  const ask = (because: readonly string[]): Verdict => ({ verdict: 'ask', because, approvers })
  switch (level) {
    case 'observe':
      if (effect.effectClass === 'costly-read')
        return ask(['It only reads, for a price that somebody has to agree to.'])
      return { verdict: 'deny', because: ['At the level “observe” nothing but reading happens.'] }
    case 'propose':
      return ask(['At the level “propose” every effect is asked for.'])
    case 'limited': {
      const exceeded = exceededLimits(effect, limits, usedToday)
      return exceeded.length > 0 ? ask(exceeded) : { verdict: 'allow', because: ['It stays within the limits.'] }
    }
    case 'autonomous':
      return { verdict: 'allow', because: ['At the level “autonomous” it runs and is on the record.'] }
  }
}
