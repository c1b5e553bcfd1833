'use client'
import { lazy, type ReactNode, type RefObject, Suspense } from 'react'
import type { Chart } from '../../chart/types.ts'
import { Button } from '../../kit/Button.tsx'
import { useKit } from '../../kit/KitContext.ts'

const ResultMenu = lazy(() => import('./ResultMenu.tsx'))

export type ResultActionsProps = {
  /** The chart that is shown, which may be saved too. */
  chart: Chart | undefined
  svgRef: RefObject<SVGSVGElement | null>
  /** Tells how an action went. */
  say(text: string | undefined): void
  /** Shows how a longer one is getting on. */
  show(progress: ReactNode): void
}

/** A menu of what can be done with a result; its code comes after the rows. */
export function ResultActions(props: ResultActionsProps) {
  const { messages } = useKit()
  return (
    <Suspense fallback={<Button variant="plain" icon="more" aria-label={messages.moreActions} aria-disabled="true" />}>
      <ResultMenu {...props} />
    </Suspense>
  )
}
