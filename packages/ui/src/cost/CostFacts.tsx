'use client'
import type { Cost, CostAmount, CostEstimateReturnType } from '@lakefront/react'
import { Fact, Facts, Soft } from '../facts/Facts.tsx'
import { useKit } from '../kit/KitContext.ts'
import { useCostWords } from './useCostWords.ts'

export type PastError = CostEstimateReturnType['pastError']

export type CostFactsProps = {
  cost: Cost
  /** How far estimates were off before, where it is known. */
  pastError?: PastError | undefined
}

/** Everything that is known of a cost: amounts, how sure they are and why, and the date of the prices. Renders a `<dl>`. */
export function CostFacts({ cost: { estimate, actual, pricesAsOf }, pastError }: CostFactsProps) {
  const { messages, format } = useKit()
  const words = useCostWords()
  const amount = useAmount()
  const { name, meaning } = words.confidences[estimate.confidence]
  return (
    <Facts>
      <Fact name={words.estimated}>{format.estimate(estimate) ?? messages.unknown}</Fact>
      <Fact name={words.expected}>{amount(estimate.expected)}</Fact>
      {actual && <Fact name={words.came}>{amount(actual)}</Fact>}
      <Fact name={words.confidence}>
        {name}. <Soft>{meaning}</Soft>
      </Fact>
      {estimate.basis && <Fact name={words.basis}>{estimate.basis}</Fact>}
      <Fact name={words.pricesOf}>{pricesAsOf === null ? words.noPrices : format.date(pricesAsOf)}</Fact>
      {pastError && (
        <Fact name={words.pastError}>
          <PastErrorText {...pastError} />
        </Fact>
      )}
    </Facts>
  )
}

/** Money and size, each said to be unknown where it is. */
function useAmount() {
  const { messages, format } = useKit()
  const words = useCostWords()
  return ({ costUsd, bytesScanned }: CostAmount) =>
    words.amountAndSize(
      costUsd === null ? messages.unknown : format.cost(costUsd),
      bytesScanned === null ? messages.bytesUnknown : format.bytes(bytesScanned),
    )
}

function PastErrorText({ runs, medianRatio, p90Ratio }: PastError) {
  const { format } = useKit()
  const words = useCostWords()
  if (runs === 0 || medianRatio === null || p90Ratio === null) return words.noPastRuns
  return words.pastRuns(runs, format.count(runs), format.share(medianRatio), format.share(p90Ratio))
}
