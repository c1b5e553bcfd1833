import type { Approvers, Verdict } from './types.ts'

/** `deny` over `ask` over `allow`. Who has to agree for several reasons has to fulfil all of them. */
export function strictestOf(verdicts: readonly Verdict[]): Verdict {
  const said = (verdict: Verdict['verdict']) => verdicts.filter((each) => each.verdict === verdict)
  const [strictest, ...others] = [said('deny'), said('ask'), said('allow')].find((those) => those.length > 0) ?? []
  if (!strictest) throw new Error('An effect without a source cannot be judged.')
  return others.reduce(together, strictest)
}

function together(one: Verdict, other: Verdict): Verdict {
  const { verdict } = one
  const because = [...new Set([...one.because, ...other.because])]
  if (!one.approvers || !other.approvers) return { verdict, because }
  const approvers = bothOf(one.approvers, other.approvers)
  return approvers ? { verdict, because, approvers } : { verdict: 'deny', because: [...because, nobody] }
}

const nobody = 'No role may agree to all of it.'

/** Approvers who are good enough for either; `undefined` when there are none. */
function bothOf(one: Approvers, other: Approvers): Approvers | undefined {
  const shared = one.roles.filter((role) => other.roles.includes(role))
  const roles = one.roles.length === 0 ? other.roles : other.roles.length === 0 ? one.roles : shared
  const areNone = roles.length === 0 && one.roles.length + other.roles.length > 0
  if (areNone) return undefined
  return { roles, quorum: Math.max(one.quorum, other.quorum), fourEyes: one.fourEyes || other.fourEyes }
}
