'use client'
import type { AnyLakefrontError, ApprovalRequest } from '@lakefront/react'
import { useDecideApproval } from '@lakefront/react/governance'
import { useEffect, useRef, useState } from 'react'

export type ItemState =
  | { status: 'waiting' | 'deciding' | 'done' | 'stopped' }
  | { status: 'failed'; error: AnyLakefrontError }

export type BulkStatus = 'asking' | 'deciding' | 'ended'

export type BulkRun = {
  requests: readonly ApprovalRequest[]
  decision: 'approve' | 'reject'
  reason: string
  onDecided(requestId: string): void
}

/** Decides requests one after another, each by its own hash, so that one that fails neither stops nor hides another. */
export function useBulkDecision() {
  const { mutateAsync } = useDecideApproval()
  const [status, setStatus] = useState<BulkStatus>('asking')
  const [states, setStates] = useState<Readonly<Record<string, ItemState>>>({})
  const stoppedRef = useRef(false)
  useEffect(() => {
    stoppedRef.current = false
    return () => {
      stoppedRef.current = true
    }
  }, [])
  const tell = (requestId: string, state: ItemState) => setStates((before) => ({ ...before, [requestId]: state }))

  async function run({ requests, decision, reason, onDecided }: BulkRun) {
    if (status !== 'asking') return
    setStatus('deciding')
    for (const { requestId } of requests) tell(requestId, { status: 'waiting' })
    for (const { requestId, shownHash } of requests) {
      if (stoppedRef.current) {
        tell(requestId, { status: 'stopped' })
        continue
      }
      tell(requestId, { status: 'deciding' })
      try {
        await mutateAsync({ requestId, shownHash, decision, ...(reason && { reason }) })
        tell(requestId, { status: 'done' })
        onDecided(requestId)
      } catch (error) {
        tell(requestId, { status: 'failed', error: error as AnyLakefrontError })
      }
    }
    setStatus('ended')
  }

  return {
    status,
    stateOf: (requestId: string): ItemState | undefined => states[requestId],
    countOf: (wanted: ItemState['status']) => Object.values(states).filter((each) => each.status === wanted).length,
    run,
    stop() {
      stoppedRef.current = true
    },
  }
}

export type Bulk = ReturnType<typeof useBulkDecision>
