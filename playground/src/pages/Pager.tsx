import styles from './Page.module.css'

export type PagerProps = {
  page: number
  pageSize: number
  /** Rows on this page. */
  shown: number
  /** Rows in all; `null` when the source could not count them. */
  total: number | null
  /** When they were read, ISO 8601. */
  asOf: string | undefined
  onPage: (page: number) => void
}

const count = new Intl.NumberFormat('en-US')
const time = new Intl.DateTimeFormat('en-US', { timeStyle: 'medium' })

/** Where we are in a list, how fresh it is, and the way on. */
export function Pager({ page, pageSize, shown, total, asOf, onPage }: PagerProps) {
  if (asOf === undefined) return null
  const first = (page - 1) * pageSize + 1
  const last = first + shown - 1
  const hasMore = total === null ? shown === pageSize : last < total
  return (
    <div className={styles.pager}>
      <p role="status" className={styles.pagerText}>
        {shown > 0 ? `${count.format(first)}–${count.format(last)}` : 'Nothing here'}
        {shown > 0 && total !== null && ` of ${count.format(total)}`} · read {time.format(new Date(asOf))}
      </p>
      <button type="button" className={styles.pagerButton} disabled={page === 1} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <button type="button" className={styles.pagerButton} disabled={!hasMore} onClick={() => onPage(page + 1)}>
        Next
      </button>
    </div>
  )
}
