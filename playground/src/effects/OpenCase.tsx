import { useCreateRecord } from '@lakefront/react/governance'
import type { Theme } from '../shell/useTheme.ts'
import { EffectForm, plainChoices } from './EffectForm.tsx'

const fields = [
  { name: 'subject', label: 'Subject' },
  {
    name: 'priority',
    label: 'Priority',
    value: 'Normal',
    choices: plainChoices(['Low', 'Normal', 'High', 'Urgent']),
  },
]

/** A new case of an account. */
export function OpenCase({ accountId, theme }: { accountId: string; theme: Theme }) {
  return (
    <EffectForm
      fields={fields}
      effect={useCreateRecord()}
      toInput={({ subject = '', ...values }) =>
        subject.trim() === ''
          ? undefined
          : { entity: 'case', values: { account_id: accountId, subject: subject.trim(), ...values } }
      }
      theme={theme}
    />
  )
}
