'use client'
import type { AnyLakefrontError, ApprovalRequest } from '@lakefront/react'
import { type DecideApprovalParameters, useDecideApproval } from '@lakefront/react/governance'
import { useState } from 'react'
import { useOneAtATime } from '../../../kit/useOneAtATime.ts'

/** What the person is in the middle of. */
export type Doing = 'looking' | 'editing' | 'rejecting' | 'asking' | 'answering' | 'withdrawing' | 'allowing'

type Move = Omit<DecideApprovalParameters, 'requestId' | 'shownHash'>

/** Where deciding a request stands, and what can be done next. */
export type Decision = {
  doing: Doing
  /** What the person has typed into its fields, by column. */
  edits: Readonly<Record<string, string>>
  isPending: boolean
  error: AnyLakefrontError | null
  go(next: Doing): void
  edit(name: string, value: string): void
  decide(move: Move): void
}

type Draft = { of: string; doing: Doing; edits: Readonly<Record<string, string>> }

/** Decides a request, and keeps what the person is in the middle of; it stays when the reply is an error. */
export function useDecision(
  { requestId, shownHash }: ApprovalRequest,
  onDecided: (request: ApprovalRequest) => void,
): Decision {
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
    go(next) {
      reset()
      setDraft({ of: requestId, doing: next, edits })
    },
    edit: (name, value) => setDraft({ of: requestId, doing, edits: { ...edits, [name]: value } }),
    decide(move) {
      once(async () => {
        const { request } = await mutateAsync({ requestId, shownHash, ...move })
        setDraft(untouched)
        onDecided(request)
      })
    },
  }
}
