'use client'
import { useId } from 'react'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import styles from './result.module.css'

const views = ['table', 'chart'] as const

export type ResultView = (typeof views)[number]

type ResultViewSwitchProps = { view: ResultView; onChange(view: ResultView): void }

/** Table or chart: two radio buttons, drawn as one control. Renders a `<fieldset>`. */
export function ResultViewSwitch({ view, onChange }: ResultViewSwitchProps) {
  const { messages } = useKit()
  const name = useId()
  return (
    <fieldset aria-label={messages.showAs} className={css(styles.switch)}>
      {views.map((choice) => (
        <label key={choice} className={css(styles.choice)} data-checked={choice === view || undefined}>
          <input
            type="radio"
            name={name}
            checked={choice === view}
            className={css(kitStyles.hidden)}
            onChange={() => onChange(choice)}
          />
          {messages[choice]}
        </label>
      ))}
    </fieldset>
  )
}
