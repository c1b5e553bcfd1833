import type { ShownEffect } from '@lakefront/contract'
import { noteVerdict } from '../../audit/record/noteVerdict.ts'
import type { Caller } from '../../results/port.ts'
import { factsOf } from '../effects/planWrite.ts'
import { decide } from './decide.ts'
import type { Policy, UsedToday, WeighedVerdict } from './types.ts'

export type WeighOptions = {
  /** The rules, with the level and limits that hold at a tenant now. */
  policyFor(tenantId: string): Promise<Policy>
  usedToday(caller: Caller): Promise<UsedToday>
}

/** Says what the policy makes of an effect that somebody wants now, and puts it on the record. */
export type Weigh = (shown: ShownEffect, caller: Caller) => Promise<WeighedVerdict>

export function createWeigh({ policyFor, usedToday }: WeighOptions): Weigh {
  return async (shown, caller) => {
    const [policy, used] = await Promise.all([policyFor(caller.tenantId), usedToday(caller)])
    const effect = factsOf(shown)
    const weighAgain = (today: UsedToday) =>
      noteVerdict(decide({ effect, requester: caller, policy, usedToday: today }))
    const verdict = weighAgain(used)
    return verdict.verdict === 'allow' && effect.costUsd !== 0 ? { ...verdict, weighAgain } : verdict
  }
}
