import { costOfModels, type ModelUse, priceTokens } from '../../cost/modelCost.ts'
import type { ToolContext } from '../../tools/tool.ts'

/** Books and tells of the tokens that planning took, whatever becomes of the question: they are spent. */
export function bookModelUse(uses: readonly ModelUse[], { rooms, caller, callId }: ToolContext): number | null {
  const { prices } = rooms.config
  const costs = uses.map((use) => ({ source: `model:${use.model}`, costUsd: priceTokens(use, prices) }))
  if (costs.length > 0) rooms.budget.spend({ id: `${callId}/model`, payer: caller, costs })
  rooms.telemetry.countTokens(uses)
  return costOfModels(uses, prices)
}
