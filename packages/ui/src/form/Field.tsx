'use client'
import { type ReactNode, useId, useState } from 'react'
import { css } from '../kit/css.ts'
import styles from './form.module.css'

type FieldProps = {
  label: string
  /** Draws the control with what names and styles it. */
  children: (control: { id: string; className: string }) => ReactNode
}

/** A control under its label. Renders a `<div>`. */
export function Field({ label, children }: FieldProps) {
  const id = useId()
  return (
    <div className={css(styles.field)}>
      <label htmlFor={id} className={css(styles.label)}>
        {label}
      </label>
      {children({ id, className: css(styles.control) })}
    </div>
  )
}

type SelectFieldProps = {
  label: string
  value: string
  /** What stands for no choice. */
  any: string
  choices: readonly { value: string; label: string }[]
  onChange(value: string): void
}

/** A choice of one, or of none. */
export function SelectField({ label, value, any, choices, onChange }: SelectFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className={css(styles.control, styles.select)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="" className={css()}>
            {any}
          </option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} className={css()}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

type DateFieldProps = { label: string; value: string; onChange(value: string): void; isInvalid?: boolean | undefined }

/** While a year is typed, its first digits make a day of long ago. */
const earliestDay = '1900-01-01'

/** A day; empty while none is chosen. Tells of whole days only. */
export function DateField({ label, value, onChange, isInvalid }: DateFieldProps) {
  const [typed, setTyped] = useState<{ over: string; text: string }>()
  function change(text: string) {
    const isWhole = text >= earliestDay
    setTyped(isWhole ? undefined : { over: value, text })
    if (isWhole || text === '') onChange(text)
  }
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={typed?.over === value ? typed.text : value}
          aria-invalid={isInvalid || undefined}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  )
}
