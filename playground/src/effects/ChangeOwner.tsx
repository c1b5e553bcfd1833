import { useUpdateRecord } from '@lakefront/react/governance'
import type { Theme } from '../shell/useTheme.ts'
import { EffectForm } from './EffectForm.tsx'
import { Reading } from './Reading.tsx'
import { keyOf, useCrmRows } from './useCrmRows.ts'

/** Who looks after an account. */
export function ChangeOwner({ accountId, theme }: { accountId: string; theme: Theme }) {
  const account = useCrmRows(`select owner_id from accounts where id = ${keyOf(accountId)}`)
  const owners = useCrmRows('select id, name from owners order by name')
  const effect = useUpdateRecord()
  const ownerId = account.rows?.[0]?.[0]
  if (!owners.rows || ownerId === undefined) return <Reading error={account.error ?? owners.error} />
  return (
    <EffectForm
      fields={[
        {
          name: 'owner_id',
          label: 'Owner',
          value: ownerId,
          choices: owners.rows.map(([value = '', label = '']) => ({ value, label })),
        },
      ]}
      effect={effect}
      toInput={(values) =>
        values.owner_id === ownerId ? undefined : { entity: 'account', id: accountId, values: { ...values } }
      }
      onDone={() => void account.refetch()}
      theme={theme}
    />
  )
}
