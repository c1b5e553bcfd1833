'use client'
import { Button } from '../../kit/Button.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'

/** Asks, or stops what is being answered. One button in one place, so that stopping is where asking was. */
export function Submit({ ready }: { ready: boolean }) {
  const { messages } = useKit()
  const { status, stop } = usePanelAsk()
  if (status === 'asking') return <Button icon="stop" aria-label={messages.stop} onClick={stop} />
  return <Button type="submit" variant="primary" icon="arrowUp" aria-label={messages.ask} disabled={!ready} />
}
