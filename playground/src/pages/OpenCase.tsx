import { useApproval, useCreateRecord } from '@lakefront/react/governance'
import { ApprovalCard, KitRoot } from '@lakefront/ui'
import { useState } from 'react'
import type { Theme } from '../shell/useTheme.ts'
import styles from './OpenCase.module.css'

const priorities = ['Low', 'Normal', 'High', 'Urgent']

/** The CRM's own form for a new case of an account. What it asks for is shown on a card before it happens. */
export function OpenCase({ accountId, theme }: { accountId: string; theme: Theme }) {
  const [subject, setSubject] = useState('')
  const [priority, setPriority] = useState('Normal')
  const { mutate, data, error, isPending } = useCreateRecord()
  const request = useApproval(data?.request)

  function ask() {
    const values = { account_id: accountId, subject: subject.trim(), priority }
    mutate({ entity: 'case', values }, { onSuccess: () => setSubject('') })
  }

  return (
    <details className={styles.box}>
      <summary className={styles.summary}>Open a case</summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending && subject.trim() !== '') ask()
        }}
      >
        <label className={styles.field}>
          Subject
          <input value={subject} maxLength={200} required onChange={(event) => setSubject(event.target.value)} />
        </label>
        <label className={styles.field}>
          Priority
          <select value={priority} onChange={(event) => setPriority(event.target.value)}>
            {priorities.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={isPending}>
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
    </details>
  )
}
