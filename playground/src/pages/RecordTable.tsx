import type { RecordSummary } from '@lakefront/react'
import { Link } from 'wouter'
import { recordPath } from '../routes/paths.ts'
import type { OpenedRecord } from '../Workplace.tsx'
import styles from './Page.module.css'

export type RecordTableProps = {
  title: string
  /** `undefined` while they are read. */
  records: readonly RecordSummary[] | undefined
  onOpen: (record: OpenedRecord) => void
}

/** The CRM's own plain table: the record's name and what the configuration lists as its summary. */
export function RecordTable({ title, records, onOpen }: RecordTableProps) {
  if (records?.length === 0) return <p className={styles.empty}>Nothing matches.</p>
  const columns = records?.[0]?.fields.map(({ column }) => column) ?? []
  return (
    <div className={styles.card} aria-busy={records === undefined}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {columns.map((column) => (
              <th scope="col" key={column.name}>
                {column.title ?? column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records?.map((record) => <RecordRow key={record.id} record={record} onOpen={onOpen} />) ?? <SkeletonRows />}
        </tbody>
      </table>
    </div>
  )
}

function RecordRow({ record, onOpen }: { record: RecordSummary; onOpen: (record: OpenedRecord) => void }) {
  const { entity, id, label, fields } = record
  return (
    <tr>
      <th scope="row">
        <Link
          href={recordPath(entity, id)}
          className={styles.recordLink}
          onClick={(event) => {
            // New tabs and windows are the browser's; a plain click keeps the name for the page that opens.
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onOpen({ entity, id, label })
          }}
        >
          <bdi>{label}</bdi>
        </Link>
      </th>
      {fields.map(({ column, value }) => (
        <td key={column.name}>{value === null ? '–' : <bdi>{String(value)}</bdi>}</td>
      ))}
    </tr>
  )
}

function SkeletonRows() {
  return Array.from({ length: 8 }, (_, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
    <tr key={row}>
      <td>
        <span className={styles.skeleton} />
      </td>
    </tr>
  ))
}
