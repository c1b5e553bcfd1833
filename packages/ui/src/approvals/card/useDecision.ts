'use client'
import type { ApprovalRequest } from '@lakefront/react'
import { type DecideApprovalParameters, useDecideApproval } from '@lakefront/react/governance'
import { useState } from 'react'
import { useOneAtATime } from '../../kit/useOneAtATime.ts'

/** What the person is in the middle of. */
export type Doing = 'looking' | 'editing' | 'rejecting' | 'asking' | 'answering' | 'withdrawing' | 'allowing'

type Draft = { of: string; doing: Doing; edits: Readonly<Record<string, string>> }

/** Decides a request, and keeps what the person is in the middle of; it stays when the reply is an error. */
export function useDecision({ requestId, shownHash }: ApprovalRequest, onDecided: (request: ApprovalRequest) => void) {
  const untouched: Draft = { of: requestId, doing: 'looking', edits: {} }
  const [draft, setDraft] = useState(untouched)
  const { doing, edits } = draft.of === requestId ? draft : untouched
  const { mutateAsync, isPending, error, reset } = useDecideApproval()
  const once = useOneAtATime()

  return {
    doing,
    edits,
    isPending,
    error,
    go(next: Doing) {
      reset()
      setDraft({ of: requestId, doing: next, edits })
    },
    edit: (name: string, value: string) => setDraft({ of: requestId, doing, edits: { ...edits, [name]: value } }),
    decide(move: Omit<DecideApprovalParameters, 'requestId' | 'shownHash'>) {
      once(async () => {
        const { request } = await mutateAsync({ requestId, shownHash, ...move })
        setDraft(untouched)
        onDecided(request)
      })
    },
  }
}

export type Decision = ReturnType<typeof useDecision>
