import type { AnyLakefrontError } from '@lakefront/client'
import type { ResultPage } from '@lakefront/contract'
import type { ResultRows, ResultRowsStatus } from './types.ts'

/** What is known of a result's rows apart from the rows themselves. */
export type RowsState = Pick<
  ResultRows,
  'status' | 'reconnecting' | 'totalRowCount' | 'truncated' | 'cost' | 'bytesReceived' | 'error'
> & {
  /** The first page; what came back after a reload has no rows until it is fetched. */
  page: ResultPage
}

/** Before anything was read but the page. */
export function stateOf(page: ResultPage): RowsState {
  const { rowCount: totalRowCount, truncated, complete } = page
  const status = complete ? 'complete' : 'streaming'
  return { page, status, totalRowCount, truncated, reconnecting: false, bytesReceived: 0, error: undefined }
}

/** A storage keeps neither the rows nor the link to the rest. */
export function isWithoutRows({ url }: ResultPage): boolean {
  return url === ''
}

/** How a reading that failed leaves the rows. */
export function statusOf({ code }: AnyLakefrontError): ResultRowsStatus {
  switch (code) {
    case 'expired-handle':
    case 'unknown-handle':
      return 'expired'
    case 'gateway-unreachable':
    case 'cancelled':
      return 'cut'
    default:
      return 'failed'
  }
}
