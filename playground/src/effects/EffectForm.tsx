import type { ApprovalRequest } from '@lakefront/react'
import { useApproval } from '@lakefront/react/governance'
import { ApprovalCard, KitRoot } from '@lakefront/ui'
import { useEffect, useId, useState } from 'react'
import type { Theme } from '../shell/useTheme.ts'
import styles from './EffectForm.module.css'

export type EffectField = {
  name: string
  label: string
  /** What stands in it at first; for a choice, the first one when left out. */
  value?: string | undefined
  /** Left out, it is a text. */
  choices?: readonly { value: string; label: string }[] | undefined
}

/** What a hook of the kit gives to have an effect. */
type Effect<input> = {
  mutate(input: input, options?: { onSuccess(): void }): void
  data: { request: ApprovalRequest } | undefined
  error: Error | null
  isPending: boolean
}

export type EffectFormProps<input> = {
  fields: readonly EffectField[]
  effect: Effect<input>
  /** `undefined` when there is nothing to ask for. */
  toInput(values: Readonly<Record<string, string>>): input | undefined
  /** Told once it has happened. */
  onDone?: (() => void) | undefined
  theme: Theme
}

/** A form of the CRM whose wish is governed: what it asks for is shown on a card before it happens. */
export function EffectForm<input>({ fields, effect, toInput, onDone, theme }: EffectFormProps<input>) {
  const { mutate, data, error, isPending } = effect
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const values = Object.fromEntries(fields.map((field) => [field.name, typed[field.name] ?? firstValueOf(field)]))
  const input = toInput(values)
  const request = useApproval(data?.request)
  const isDone = request?.state === 'done'
  // biome-ignore lint/correctness/useExhaustiveDependencies: only that it has happened tells it
  useEffect(() => {
    if (isDone) onDone?.()
  }, [isDone])

  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending && input) mutate(input, { onSuccess: () => setTyped({}) })
        }}
      >
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
        <button type="submit" disabled={isPending || !input}>
          Ask for it
        </button>
      </form>
      {error && (
        <p role="alert" className={styles.error}>
          {error.message}
        </p>
      )}
      {request && (
        <KitRoot className="crm-kit" theme={theme}>
          <ApprovalCard request={request} />
        </KitRoot>
      )}
    </>
  )
}

function Field({ field, value, onChange }: { field: EffectField; value: string; onChange(value: string): void }) {
  const { label, choices } = field
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {choices ? (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} value={value} maxLength={200} required onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  )
}

const firstValueOf = ({ value, choices }: EffectField) => value ?? choices?.[0]?.value ?? ''

/** Choices whose value is what they are called. */
export const plainChoices = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }))
