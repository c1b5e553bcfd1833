import { ConversationProvider, type ConversationStorage, type Turn } from '@lakefront/react'
import { sampleResultPage } from '@lakefront/testing'
import { AssistantPanel, type AssistantPanelProps } from '@lakefront/ui'
import { useMemo } from 'react'
import { KitFrame } from './KitFrame.tsx'
import { turnOf } from './TurnFrame.tsx'

/** A turn as a storage gives it back: without rows, and without the gateway's sentences. */
export function storedTurnOf(overrides: Partial<Turn> = {}): Turn {
  const turn = turnOf()
  return {
    ...turn,
    text: '',
    explanation: '',
    steps: turn.steps.map((step) => ({ ...step, purpose: '', sql: step.sql.replace(/\(1001.*\)/, '(…)') })),
    suggestions: [],
    result: sampleResultPage({ rows: [], rowCount: null, complete: false, url: '' }),
    ...overrides,
  }
}

export type ReloadedFrameProps = Pick<AssistantPanelProps, 'theme'> & { turns: readonly Turn[] }

/** The panel on a page that was just reloaded. */
export function ReloadedFrame({ turns, theme }: ReloadedFrameProps) {
  const storage = useMemo<ConversationStorage>(
    () => ({ load: () => ({ version: 1, turns }), save: () => {}, remove: () => {} }),
    [turns],
  )
  return (
    <KitFrame>
      <ConversationProvider storage={storage}>
        <AssistantPanel theme={theme} timeZone="UTC" />
      </ConversationProvider>
    </KitFrame>
  )
}
