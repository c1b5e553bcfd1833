import type { ApprovalRequest } from '@lakefront/contract'
import type { ElicitRequestFormParams } from '@modelcontextprotocol/server'

/** A request as the form that a peer shows to its person: everything that the decision is about, and nothing chosen yet. */
export function formOf(request: ApprovalRequest): ElicitRequestFormParams {
  return { mode: 'form', message: messageOf(request), requestedSchema }
}

const requestedSchema: ElicitRequestFormParams['requestedSchema'] = {
  type: 'object',
  properties: {
    decision: { type: 'string', title: 'Decision', enum: ['approve', 'reject'] },
    reason: {
      type: 'string',
      title: 'Reason',
      description: 'Why it is rejected. It is told to whoever asked.',
      maxLength: 2_000,
    },
  },
  required: ['decision'],
}

function messageOf({ shown, because, expiresAt }: ApprovalRequest): string {
  const { title, sourceTitle, question, changes, statements = [], effectClass } = shown
  return [
    `${title} (${sourceTitle})`,
    ...(question === undefined ? [] : [`Question: ${question}`]),
    ...changes.map((change) => `- ${change.title}: ${change.before ?? '–'} → ${change.after ?? '–'}`),
    ...statements.map((statement) => `${statement.sourceTitle}: ${statement.sql}`),
    `${effectClass === 'costly-read' ? 'Reads' : 'Changes'} ${sizeOf(shown)}`,
    costOf(shown),
    `Why you are asked: ${because.join(' ')}`,
    `Nothing happens unless you approve it until ${expiresAt}.`,
  ].join('\n')
}

function sizeOf({ rows, people, piiClasses }: ApprovalRequest['shown']): string {
  const pii = piiClasses.length > 0 ? piiClasses.join(', ') : 'none'
  return `${rows ?? 'an unknown number of'} rows, people: ${people ?? 'unknown'}, personal data: ${pii}.`
}

function costOf({ estimate, pricesAsOf }: ApprovalRequest['shown']): string {
  if (!estimate) return 'Cost: nothing that is billed.'
  const { low, high } = estimate
  if (high.costUsd === null) return 'Cost: not known.'
  const prices = pricesAsOf ? `, at the prices of ${pricesAsOf}` : ''
  return `Cost: $${low.costUsd ?? 0} to $${high.costUsd}${prices} (${estimate.confidence}: ${estimate.basis}).`
}
