import { useUpdateRecord } from '@lakefront/react/governance'
import { useState } from 'react'
import type { Theme } from '../shell/useTheme.ts'
import styles from './EffectForm.module.css'
import { EffectForm, plainChoices } from './EffectForm.tsx'
import { Reading } from './Reading.tsx'
import { keyOf, useCrmRows } from './useCrmRows.ts'

const stages = ['Prospecting', 'Qualification', 'Proposal', 'Negotiation', 'Won', 'Lost']

/** Stage and amount of one of the account's opportunities. */
export function ChangeDeal({ accountId, theme }: { accountId: string; theme: Theme }) {
  const { rows, error, refetch } = useCrmRows(
    `select id, name, stage, amount from opportunities where account_id = ${keyOf(accountId)} order by id`,
  )
  const [chosen, setChosen] = useState<string>()
  const effect = useUpdateRecord()
  if (!rows) return <Reading error={error} />
  const [id = '', , stage = '', amount = ''] = rows.find(([each]) => each === chosen) ?? rows[0] ?? []
  if (id === '') return <p>This account has no opportunities.</p>
  return (
    <>
      <label className={styles.field}>
        Opportunity
        <select value={id} onChange={(event) => setChosen(event.target.value)}>
          {rows.map(([each, name, itsStage]) => (
            <option key={each} value={each}>
              {name} · {itsStage}
            </option>
          ))}
        </select>
      </label>
      <EffectForm
        key={id}
        fields={[
          { name: 'stage', label: 'Stage', value: stage, choices: plainChoices(stages) },
          { name: 'amount', label: 'Amount', value: amount },
        ]}
        effect={effect}
        toInput={(wanted) => {
          const changed = Object.entries(wanted).filter(([name, value]) => value !== { stage, amount }[name])
          return changed.length === 0 ? undefined : { entity: 'opportunity', id, values: Object.fromEntries(changed) }
        }}
        onDone={() => void refetch()}
        theme={theme}
      />
    </>
  )
}
