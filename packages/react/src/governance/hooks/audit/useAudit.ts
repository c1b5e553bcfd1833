'use client'
import type { Client } from '@lakefront/client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useClient, useOwnQueryClient } from '../../../hooks/useClient.ts'
import { type AuditOptions, auditOptions } from '../../query/audit.ts'

export type UseAuditParameters = AuditOptions & {
  /** `false` waits. */
  enabled?: boolean | undefined
  client?: Client | undefined
}

/** Reads the audit trail page by page, the newest call first. See {@link auditOptions} to prefetch or read it elsewhere. */
export function useAudit({ client, enabled, ...options }: UseAuditParameters = {}) {
  const query = auditOptions(useClient(client), options)
  return useInfiniteQuery(enabled === undefined ? query : { ...query, enabled }, useOwnQueryClient())
}
