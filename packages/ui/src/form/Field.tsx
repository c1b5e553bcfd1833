'use client'
import { type ReactNode, useId, useState } from 'react'
import { css } from '../kit/css.ts'
import styles from './form.module.css'

type FieldProps = {
  label: string
  /** How it is filled in, said below it. */
  hint?: string | undefined
  /** What is wrong with it, said instead. */
  problem?: string | undefined
  /** Draws the control with what names, describes and styles it. */
  children: (control: Control) => ReactNode
}

type Control = {
  id: string
  className: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A control under its label. Renders a `<div>`. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  const said = problem ?? hint
  const control: Control = {
    id,
    className: css(styles.control),
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': said && `${id}-said`,
  }
  return (
    <div className={css(styles.field)}>
      <label htmlFor={id} className={css(styles.label)}>
        {label}
      </label>
      {children(control)}
      {said && (
        <p id={`${id}-said`} className={css(styles.said)} data-tone={problem && 'danger'}>
          {said}
        </p>
      )}
    </div>
  )
}

type SelectFieldProps = {
  label: string
  value: string
  /** What stands for no choice; left out where there is always one. */
  any?: string
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
          {any !== undefined && (
            <option value="" className={css()}>
              {any}
            </option>
          )}
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
