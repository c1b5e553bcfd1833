import type { Turn } from '@lakefront/react'
import { sampleAnswer } from '@lakefront/testing'
import { AssistantPanel, type AssistantPanelProps } from '@lakefront/ui'
import type { ReactNode } from 'react'
import { KitFrame } from './KitFrame.tsx'

const answered = sampleAnswer()

/** A turn that has been answered, but for what a story says. */
export function turnOf(overrides: Partial<Turn> = {}): Turn {
  return { ...answered, id: 'turn-1', ...overrides }
}

export type TurnFrameProps = Pick<AssistantPanelProps, 'theme' | 'onOpenRecord' | 'chartAdapters' | 'locale'> & {
  turn: Turn
  width?: number | undefined
  children: ReactNode
}

/** One part of an answer where it belongs: in a turn, in a panel. */
export function TurnFrame({ turn, width, children, ...root }: TurnFrameProps) {
  return (
    <KitFrame width={width} height={520}>
      <AssistantPanel.Root {...root} timeZone="UTC">
        <AssistantPanel.Turn turn={turn} style={{ padding: 16, overflow: 'auto' }}>
          {children}
        </AssistantPanel.Turn>
      </AssistantPanel.Root>
    </KitFrame>
  )
}
