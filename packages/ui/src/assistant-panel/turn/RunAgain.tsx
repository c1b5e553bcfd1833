'use client'
import { Button } from '../../kit/Button.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import { useTurn } from './TurnContext.ts'

/** Asks a turn's question once more. That costs about what was estimated, which is said before it is pressed. */
export function RunAgain() {
  const { messages, format } = useKit()
  const { id, cost } = useTurn()
  const { retry } = usePanelAsk()
  const amount = cost?.estimate.expected.costUsd ?? null
  return (
    <Button variant="plain" onClick={() => retry(id)}>
      {amount === null ? messages.runAgainUnknown : messages.runAgain(format.cost(amount))}
    </Button>
  )
}
