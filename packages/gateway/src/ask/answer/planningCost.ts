import { currentCharge } from '../../budget/currentCharge.ts'
import { type ModelUse, priceTokens } from '../../cost/modelCost.ts'
import type { PricedAmount } from '../../cost/prices.ts'
import type { ToolContext } from '../../tools/tool.ts'

/**
 * What planning has cost: its look-ups, and the tokens of a model. Those are booked and told here, whatever becomes of the
 * question: they are spent.
 */
export function planningCost(uses: readonly ModelUse[], { rooms, caller, callId }: ToolContext): PricedAmount[] {
  const { prices } = rooms.config
  const tokens = uses.map((use) => ({ source: `model:${use.model}`, costUsd: priceTokens(use, prices) }))
  if (tokens.length > 0) rooms.budget.spend({ id: `${callId}/model`, payer: caller, costs: tokens })
  rooms.telemetry.countTokens(uses)
  const lookups = currentCharge.getStore()?.lookups?.spent ?? []
  return [...lookups, ...tokens.map(({ costUsd }) => ({ bytesScanned: null, costUsd, mayLackBytes: true }))]
}
