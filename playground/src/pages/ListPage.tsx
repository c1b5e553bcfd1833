import { useCatalog, useSearchRecords } from '@lakefront/react'
import { useDeferredValue } from 'react'
import { useSearchParams } from 'wouter'
import { Notice } from '../shell/Notice.tsx'
import type { OpenedRecord } from '../Workplace.tsx'
import styles from './Page.module.css'
import { Pager } from './Pager.tsx'
import { RecordTable } from './RecordTable.tsx'

const pageSize = 25

/** Records of one kind, searched and paged at the CRM. Search and page are in the address, so they survive a reload. */
export function ListPage({ entity, onOpen }: { entity: string; onOpen: (record: OpenedRecord) => void }) {
  const [parameters, setParameters] = useSearchParams()
  const query = parameters.get('q') ?? ''
  const page = Math.max(1, Math.floor(Number(parameters.get('page')) || 1))
  const show = (next: { q: string; page: number }) => {
    const entries = { ...(next.q && { q: next.q }), ...(next.page > 1 && { page: String(next.page) }) }
    setParameters(entries, { replace: next.q !== query })
  }
  const title = useEntityTitle(entity)
  const records = useSearchRecords({
    entity,
    query: useDeferredValue(query),
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <input
          type="search"
          className={styles.search}
          placeholder="Search by name or number"
          aria-label={`Search ${title.toLowerCase()}`}
          maxLength={200}
          value={query}
          onChange={(event) => show({ q: event.target.value, page: 1 })}
        />
      </div>
      {records.error ? (
        <Notice title={`The ${title.toLowerCase()} cannot be read right now`} onRetry={() => records.refetch()}>
          {records.error.message}
        </Notice>
      ) : (
        <>
          <RecordTable title={title} records={records.data?.records} onOpen={onOpen} />
          <Pager
            page={page}
            pageSize={pageSize}
            shown={records.data?.records.length ?? 0}
            total={records.data?.total ?? null}
            asOf={records.data?.asOf}
            onPage={(next) => show({ q: query, page: next })}
          />
        </>
      )}
    </>
  )
}

function useEntityTitle(entity: string): string {
  const catalog = useCatalog()
  const fallback = `${entity.charAt(0).toUpperCase()}${entity.slice(1)}s`
  return catalog.data?.entities.find(({ name }) => name === entity)?.pluralTitle ?? fallback
}
