'use client'
import { createContext, useContext } from 'react'
import type { CostFactsProps } from './CostFacts.tsx'

export const CostContext = createContext<CostFactsProps | undefined>(undefined)

/** The cost of the surrounding `<CostEstimate.Root>`; `undefined` until it is known. */
export function useCost(): CostFactsProps | undefined {
  return useContext(CostContext)
}
