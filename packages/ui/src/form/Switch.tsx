'use client'
import { useId } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import styles from './switch.module.css'

type SwitchProps<value extends string> = {
  label: string
  value: value
  choices: readonly { value: value; label: string }[]
  onChange(value: value): void
}

/** One of a few: radio buttons, drawn as one control. Renders a `<fieldset>`. */
export function Switch<value extends string>({ label, value, choices, onChange }: SwitchProps<value>) {
  const name = useId()
  return (
    <fieldset aria-label={label} className={css(styles.switch)}>
      {choices.map((choice) => (
        <label key={choice.value} className={css(styles.choice)} data-checked={choice.value === value || undefined}>
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            className={css(kitStyles.hidden)}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
