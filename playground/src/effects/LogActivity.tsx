import { useCreateRecord } from '@lakefront/react/governance'
import type { Theme } from '../shell/useTheme.ts'
import { EffectForm, plainChoices } from './EffectForm.tsx'
import { Reading } from './Reading.tsx'
import { keyOf, useCrmRows } from './useCrmRows.ts'

const kinds = ['Call', 'Email', 'Visit', 'Note']

/** A call, a mail, a visit or a note, in the name of whoever looks after the account. */
export function LogActivity({ accountId, theme }: { accountId: string; theme: Theme }) {
  const effect = useCreateRecord()
  const { rows, error } = useCrmRows(`select owner_id from accounts where id = ${keyOf(accountId)}`)
  const ownerId = rows?.[0]?.[0]
  if (ownerId === undefined) return <Reading error={error} />
  return (
    <EffectForm
      fields={[
        { name: 'subject', label: 'Subject' },
        { name: 'type', label: 'Kind', choices: plainChoices(kinds) },
      ]}
      effect={effect}
      toInput={({ subject = '', type = '' }) => {
        const values = { account_id: accountId, owner_id: ownerId, type, subject: subject.trim() }
        return values.subject === '' ? undefined : { entity: 'activity', values }
      }}
      theme={theme}
    />
  )
}
