'use client'
import { forwardRef } from 'react'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { type PartProps, usePart } from '../../kit/usePart.ts'
import { usePanelAsk } from '../panel/usePanelAsk.ts'
import { useTurn } from './TurnContext.ts'
import styles from './turn.module.css'

/** What the assistant asks back, with the choices as buttons; nothing when it understood. Renders a `<div>`. */
export const Clarification = forwardRef<HTMLDivElement, PartProps<'div'>>(function Clarification(props, ref) {
  const { messages } = useKit()
  const { clarification } = useTurn()
  const { ask, status } = usePanelAsk()
  const children = clarification && (
    <>
      <p className={css(styles.asksBack)}>{clarification.message}</p>
      {clarification.choices.length > 0 && (
        <ul aria-label={messages.chooseOne} className={css(styles.choices)}>
          {clarification.choices.map(({ label, question, description }) => (
            <li key={question} className={css(styles.choiceItem)}>
              <button
                type="button"
                disabled={status === 'asking'}
                className={css(styles.choice)}
                onClick={() => ask(question)}
              >
                <span className={css(styles.choiceLabel)}>{label}</span>
                {description && <span className={css(styles.choiceHint)}>{description}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
  const own = { className: styles.clarification, children }
  const state = { reason: clarification?.reason ?? '' }
  const element = usePart({ tag: 'div', ref: ref as never, state, own, props: props as never })
  return clarification ? element : null
})
