'use client'
import { Field } from '../form/Field.tsx'
import { css } from '../kit/css.ts'
import styles from './autonomy.module.css'
import { type AutonomyDraft, type LimitField, type LimitProblem, listFields } from './draft.ts'
import { useAutonomyWords } from './useAutonomyWords.ts'

type LimitsProps = {
  fields: AutonomyDraft['fields']
  problems: Partial<Record<LimitField, LimitProblem>>
  isLocked: boolean
  onChange(field: LimitField, value: string): void
}

/** Within what an effect runs by itself. Renders a `<fieldset>`. */
export function Limits({ fields, problems, isLocked, onChange }: LimitsProps) {
  const text = useAutonomyWords()
  const labels: Record<LimitField, string> = {
    costUsdPerEffect: text.costPerEffect,
    costUsdPerDay: text.costPerDay,
    rows: text.rows,
    people: text.people,
    piiClasses: text.piiClasses,
    channels: text.channels,
  }
  return (
    <fieldset disabled={isLocked} className={css(styles.limits)}>
      <legend className={css(styles.legend)}>{text.limits}</legend>
      <p className={css(styles.hint)}>{text.limitsHint}</p>
      <div className={css(styles.fields)}>
        {(Object.keys(labels) as LimitField[]).map((field) => {
          const problem = problems[field]
          return (
            <LimitInput
              key={field}
              label={labels[field]}
              value={fields[field]}
              isList={listFields.some((each) => each === field)}
              problem={problem && text[problem]}
              onChange={(value) => onChange(field, value)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

type LimitInputProps = {
  label: string
  value: string
  isList: boolean
  problem: string | undefined
  onChange(value: string): void
}

function LimitInput({ label, value, isList, problem, onChange }: LimitInputProps) {
  const text = useAutonomyWords()
  return (
    <Field label={label} hint={isList ? text.commaSeparated : undefined} problem={problem}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode={isList ? 'text' : 'decimal'}
          value={value}
          placeholder={text.notAllowed}
          onChange={(event) => onChange(event.target.value)}
          className={`${control.className} ${styles.input}`}
        />
      )}
    </Field>
  )
}
