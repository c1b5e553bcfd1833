'use client'
import { useConversation } from '@lakefront/react'
import { lazy, Suspense } from 'react'

const FollowApprovals = lazy(async () => ({
  default: (await import('../approval/FollowApprovals.tsx')).FollowApprovals,
}))

/** Follows what turns of the conversation wait for, once one does. Renders nothing. */
export function WaitingTurns() {
  const isWaiting = useConversation(({ turns }) => turns.some(({ status }) => status === 'approval-required'))
  if (!isWaiting) return null
  return (
    <Suspense fallback={null}>
      <FollowApprovals />
    </Suspense>
  )
}
