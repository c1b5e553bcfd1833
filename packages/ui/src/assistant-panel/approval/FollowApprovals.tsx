'use client'
import { type Turn, useConversation } from '@lakefront/react'
import { useTurnApproval } from '@lakefront/react/governance'

/** Lets every turn that waits for a yes go on, also those that are out of sight. Renders nothing. */
export function FollowApprovals() {
  const turns = useConversation((state) => state.turns)
  const waiting = turns.filter(({ status }) => status === 'approval-required')
  return waiting.map((turn) => <Follow key={turn.id} turn={turn} />)
}

function Follow({ turn }: { turn: Turn }) {
  useTurnApproval(turn)
  return null
}
