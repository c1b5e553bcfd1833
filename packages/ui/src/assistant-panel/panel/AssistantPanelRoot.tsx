'use client'
import { ConversationContext, ConversationProvider, type QuestionContext } from '@lakefront/react'
import { forwardRef, useContext, useMemo, useRef } from 'react'
import type { ChartAdapters } from '../../chart-adapter/types.ts'
import { css } from '../../kit/css.ts'
import { KitContext } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { type RootOptions, useRoot } from '../../kit/useRoot.ts'
import type { OpenRecord } from '../../result-table/ResultTableContext.ts'
import { PanelContext } from './PanelContext.ts'
import styles from './panel.module.css'
import { WaitingTurns } from './WaitingTurns.tsx'

export type AssistantPanelRootState = { theme: string; density: string }

// A name of its own: spelled out in declarations, it would lead to a package that this one does not depend on.
export interface AssistantPanelRootOptions extends RootOptions {
  /** The record that "this account" means, such as the page that the panel is docked to. */
  context?: QuestionContext | undefined
  /** Called with the record behind a row that was clicked. */
  onOpenRecord?: OpenRecord | undefined
  /** Shows a close button, and is called when it is pressed. */
  onClose?: (() => void) | undefined
  /**
   * Draw the charts that sources send, such as Vega-Lite; without one, the kit draws its own chart or the table. A
   * constant: new adapters draw every chart anew.
   */
  chartAdapters?: ChartAdapters | undefined
}

export type AssistantPanelRootProps = PartProps<'section', AssistantPanelRootState> & AssistantPanelRootOptions

/**
 * Sets up a conversation for the parts inside, or takes part in the one of a `<ConversationProvider>` around it, which
 * outlives the panel. Renders a `<section>`, as high as its container.
 */
export const AssistantPanelRoot = forwardRef<HTMLElement, AssistantPanelRootProps>(function AssistantPanelRoot(
  { context, onOpenRecord, onClose, chartAdapters, theme, density, locale, timeZone, messages, ...props },
  ref,
) {
  const { kit, state, className, lang } = useRoot({ theme, density, locale, timeZone, messages })
  const conversation = useContext(ConversationContext)
  const inputRef = useRef<HTMLTextAreaElement>(null)
  const panel = useMemo(
    () => ({ onOpenRecord, onClose, chartAdapters, inputRef }),
    [onOpenRecord, onClose, chartAdapters],
  )

  const element = usePart({
    tag: 'section',
    ref: ref as never,
    state,
    own: { lang, 'aria-label': kit.messages.assistant, className: css(styles.panel, className) },
    props: props as never,
  })
  return (
    <KitContext.Provider value={kit}>
      <ConversationProvider context={context} conversation={conversation}>
        <WaitingTurns />
        <PanelContext.Provider value={panel}>{element}</PanelContext.Provider>
      </ConversationProvider>
    </KitContext.Provider>
  )
})
