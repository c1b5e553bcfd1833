'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { useState } from 'react'
import { useCountdown } from '../../../kit/time/useCountdown.ts'
import { newerOf } from './newerOf.ts'

type Decided = { from: ApprovalRequest; to: ApprovalRequest }

/** The request of a card as it stands now: as it was given, as a decision has left it, or past its time. */
export function useCardRequest(given: ApprovalRequest, previous: ApprovalRequest | undefined) {
  const [decided, setDecided] = useState<Decided>()
  const { latest, editedFrom = previous } = standing(given, decided)
  const secondsLeft = useCountdown(latest.state === 'pending' ? latest.expiresAt : undefined)
  const request: ApprovalRequest = secondsLeft === 0 ? { ...latest, state: 'expired', mayDo: [] } : latest
  return { request, editedFrom, take: (next: ApprovalRequest) => setDecided({ from: request, to: next }) }
}

function standing(given: ApprovalRequest, decided: Decided | undefined) {
  if (!decided) return { latest: given }
  const { from, to } = decided
  const isEdit = from.requestId !== to.requestId
  if (given.requestId === to.requestId) return { latest: newerOf(given, to), ...(isEdit && { editedFrom: from }) }
  return given.requestId === from.requestId ? { latest: to, editedFrom: from } : { latest: given }
}
