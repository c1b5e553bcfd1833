import type { ApprovalRequest } from '@lakefront/contract'
import { GatewayError, type GatewayErrorOptions } from '../../errors.ts'
import { closedMessages } from './judgeUse.ts'

/** Somebody has to agree first; the request says who. */
export function consentNeeded(
  request: ApprovalRequest,
  { budget, because }: Pick<GatewayErrorOptions, 'budget'> & { because?: string | undefined },
): GatewayError {
  const { roles } = request.approvers
  const who = roles.length > 0 ? roles.join(' or ') : 'somebody'
  const state = request.state === 'approved' ? 'It is approved by now' : `${capitalised(who)} has to agree first`
  const message = [
    because,
    `${request.shown.title}: ${state}. Nothing was run.`,
    `Once it is approved, call again with approvalId ${request.requestId}.`,
  ]
  return new GatewayError({
    code: 'approval-required',
    message: message.filter(Boolean).join(' '),
    budget,
    approval: request,
  })
}

/** It was decided, used or left too long. */
export function approvalClosed(approval: ApprovalRequest): GatewayError {
  const message = approval.state === 'pending' ? 'Nobody has agreed to this yet.' : closedMessages[approval.state]
  return new GatewayError({ code: 'approval-closed', message, approval })
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
