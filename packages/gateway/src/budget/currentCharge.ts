import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payer, Purpose } from './types.ts'

/** Who pays for the present work, and what it is for. */
export type Charge = Purpose & {
  payer: Payer
  /** Whether money was set aside for it as a whole. */
  isHeld?: boolean | undefined
}

/** The charge that the present work goes to, wherever in the gateway that happens. */
export const currentCharge = new AsyncLocalStorage<Charge>()
