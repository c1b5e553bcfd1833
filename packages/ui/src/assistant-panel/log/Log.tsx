'use client'
import { type Turn as TurnData, useConversation } from '@lakefront/react'
import { forwardRef, type ReactNode } from 'react'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { Announcer } from '../panel/Announcer.tsx'
import styles from '../panel/panel.module.css'
import { Turn } from '../turn/Turn.tsx'
import { Empty } from './Empty.tsx'
import { TurnPlace } from './TurnPlace.tsx'
import { useFromServer } from './useFromServer.ts'
import { useHeldPlace } from './useHeldPlace.ts'
import { useLogScroll } from './useLogScroll.ts'
import { useOldest } from './useOldest.ts'

export type LogProps = Omit<PartProps<'div', { empty: boolean }>, 'children'> & {
  /**
   * Draws one turn while it is near what is in sight, or for good once somebody has touched it. Default:
   * `<AssistantPanel.Turn>` with all its parts.
   */
  children?: ((turn: TurnData) => ReactNode) | undefined
  /** Stands where the first answer will be. Default: `<AssistantPanel.Empty>`. */
  empty?: ReactNode
}

const drawTurn = (turn: TurnData) => <Turn turn={turn} />

/**
 * The conversation, oldest first. Renders a `<div role="log">`. It announces nothing by itself, since a streamed table
 * would flood a screen reader: what matters is said once by a status beside it.
 */
export const Log = forwardRef<HTMLDivElement, LogProps>(function Log({ children, empty, ...props }, ref) {
  const { messages } = useKit()
  const turns = useConversation((state) => state.turns)
  const fromServer = useFromServer()
  const held = useHeldPlace()
  const oldest = useOldest(turns.length, fromServer, held.measure)
  const { atEnd, toEnd } = useLogScroll(held, turns.length, oldest)
  const draw = children ?? drawTurn

  const content = (
    <div ref={held.contentRef} className={css(styles.turns)}>
      {turns.length === 0 && (empty ?? <Empty />)}
      {turns.slice(oldest).map((turn) => {
        const isLast = turn === turns.at(-1)
        return (
          <TurnPlace key={turn.id} turn={turn} isLast={isLast} atOnce={isLast && fromServer} draw={draw} held={held} />
        )
      })}
    </div>
  )
  const own = { role: 'log', 'aria-live': 'off', 'aria-label': messages.conversation, tabIndex: 0 }
  const log = usePart({
    tag: 'div',
    ref: [held.logRef, ref] as never,
    state: { empty: turns.length === 0 },
    own: { ...own, className: styles.log, children: content },
    props: props as never,
  })
  return (
    <div className={css(styles.logArea)}>
      {log}
      {!atEnd && (
        <div className={css(styles.jump)}>
          <Button icon="arrowDown" aria-label={messages.jumpToLatest} onClick={toEnd} className={styles.jumpButton} />
        </div>
      )}
      <Announcer turn={turns.at(-1)} />
    </div>
  )
})
