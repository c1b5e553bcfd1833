import { AsyncLocalStorage } from 'node:async_hooks'
import type { Lookups } from '../cost/costOfLookups.ts'
import type { Payer, Purpose } from './types.ts'

/** Who pays for the present work, and what it is for. */
export type Charge = Purpose & {
  payer: Payer
  /** Whether it is part of a run, for which money was set aside as a whole. */
  isHeld?: boolean | undefined
  /** Its statements outside of a run, at sources that are not free. */
  lookups?: Lookups | undefined
}

/** The charge that the present work goes to, wherever in the gateway that happens. */
export const currentCharge = new AsyncLocalStorage<Charge>()

/** Does work whose statements belong to a run, which tells by itself what they cost. */
export function inRun<Value>(payer: Payer, work: () => Promise<Value>): Promise<Value> {
  return currentCharge.run({ payer, ...currentCharge.getStore(), isHeld: true }, work)
}

/** Does work that answers this question, which may be an edited one of the call's. */
export function forQuestion<Value>(question: string, work: () => Promise<Value>): Promise<Value> {
  const charge = currentCharge.getStore()
  return charge ? currentCharge.run({ ...charge, question }, work) : work()
}
