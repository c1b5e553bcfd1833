import type { ApprovalRequest } from '@lakefront/react'
import { sampleApproval, type TestTools } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { describeConformance } from '../../test/describeConformance.tsx'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { AutonomyControl } from '../autonomy/index.ts'
import { GrantList } from '../grants/index.ts'
import { KitRoot } from '../kit/KitRoot.tsx'
import { ApprovalCard, ApprovalInbox } from './index.ts'

describeConformance('ApprovalCard', <ApprovalCard request={sampleApproval()} />, {
  within: (card) => <KitRoot>{card}</KitRoot>,
})
describeConformance('ApprovalInbox', <ApprovalInbox />)
describeConformance('GrantList', <GrantList />)
describeConformance('AutonomyControl', <AutonomyControl />)

/** A gateway where others decide meanwhile. */
function gatewayOf(first: ApprovalRequest) {
  const known = [first]
  const tools: TestTools = {
    list_approvals: ({ which, requestIds }) => ({
      requests: known
        .filter(({ requestId }) => !requestIds || requestIds.includes(requestId))
        .filter(({ state }) => which !== 'open' || state === 'pending'),
      next: null,
      asOf: '',
    }),
  }
  return { tools, decideElsewhere: (requests: ApprovalRequest[]) => Object.assign(known, requests) }
}

const soon = { timeout: 5_000 }

test('behavior: what somebody else decides stays in its place and says how, within a second or so', async () => {
  const request = sampleApproval()
  const { tools, decideElsewhere } = gatewayOf(request)
  const { screen } = await renderUnderGateway(<ApprovalInbox timeZone="UTC" />, tools)
  await expect.element(screen.getByRole('button', { name: 'Approve', exact: true })).toBeVisible()
  await screen.getByRole('button', { name: 'Reject' }).click()
  await userEvent.keyboard('Not yet')
  const decidedAt = '2026-11-20T11:00:00.000Z'
  const decisions = [{ userId: 'omar.haddad', decision: 'approve' as const, reason: null, decidedAt }]
  decideElsewhere([{ ...request, state: 'done', mayDo: [], decisions }])
  await expect.element(screen.getByText('Done.'), soon).toBeVisible()
  await expect.element(screen.getByText(/Approved by omar.haddad/)).toBeVisible()
  // What was being typed was not sent, and that is not kept quiet.
  await expect.element(screen.getByRole('alert').getByText(/Nothing of yours was sent/)).toBeVisible()
  await screen.getByRole('button', { name: 'Hide the one that waits no longer' }).click()
  await expect.element(screen.getByText('Nothing waits for a decision.')).toBeVisible()
  await expect.element(screen.getByRole('article')).not.toBeInTheDocument()
})

test('behavior: what somebody else edits is shown in its place, with what the edit changed', async () => {
  const request = sampleApproval()
  const { tools, decideElsewhere } = gatewayOf(request)
  const { screen } = await renderUnderGateway(<ApprovalInbox timeZone="UTC" />, tools)
  await expect.element(screen.getByText('51750.00')).toBeVisible()
  const edited = sampleApproval({
    requestId: '0b7c9a1e-58ab-4d0a-8a8f-1f2d3c4b5a69',
    shownHash: 'edited',
    shown: {
      ...request.shown,
      changes: request.shown.changes.map((change) =>
        change.column === 'amount' ? { ...change, after: '50000.00' } : change,
      ),
    },
  })
  decideElsewhere([{ ...request, state: 'replaced', mayDo: [], replacedBy: edited.requestId }, edited])
  await expect.element(screen.getByText('instead of 51750.00'), soon).toBeVisible()
  await expect.element(screen.getByText('Cost, as before: nothing that is billed')).toBeVisible()
  expect(screen.getByRole('article').elements()).toHaveLength(1)
})

test('behavior: two clicks of a hurried hand decide once', async () => {
  const request = sampleApproval()
  const { client, screen } = await renderUnderGateway(
    <KitRoot>
      <ApprovalCard request={request} />
    </KitRoot>,
    { decide_approval: () => new Promise(() => {}) },
  )
  await screen.getByRole('button', { name: 'Approve', exact: true }).dblClick()
  expect(client.calls.filter(({ name }) => name === 'decide_approval')).toHaveLength(1)
})

test('behavior: a host replaces words one by one', async () => {
  const { screen } = await renderUnderGateway(
    <KitRoot messages={{ approval: { approve: 'Yes, do it' } }}>
      <ApprovalCard request={sampleApproval()} />
    </KitRoot>,
  )
  await expect.element(screen.getByRole('button', { name: 'Yes, do it' })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Reject' })).toBeVisible()
})
