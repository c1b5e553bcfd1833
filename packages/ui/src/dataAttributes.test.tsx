// biome-ignore-all lint/correctness/useJsxKeyInIterable: a row of a test table is not an item of a list
import type { Turn } from '@lakefront/react'
import {
  sampleAnswer,
  sampleApproval,
  sampleAutonomy,
  sampleColumns,
  sampleCost,
  sampleResultPage,
  sampleSimulation,
} from '@lakefront/testing'
import type { ReactElement } from 'react'
import { expect, test } from 'vitest'
import { renderUnderGateway } from '../test/underGateway.tsx'
import { AccountView } from './account-view/index.tsx'
import { ApprovalCard, ApprovalInbox } from './approvals/index.ts'
import { AssistantPanel } from './assistant-panel/index.tsx'
import { AuditTrail } from './audit/index.ts'
import { AutonomyControl } from './autonomy/index.ts'
import { CostEstimate } from './cost/index.tsx'
import { dataAttributes } from './dataAttributes.ts'
import { GrantList } from './grants/index.ts'
import { KitRoot } from './kit/KitRoot.tsx'
import { ResultTable } from './result-table/index.ts'
import { BudgetMeter, SpendReport } from './spending/index.ts'

const answered = sampleAnswer()
const turnOf = (overrides: Partial<Turn>): Turn => ({ ...answered, id: 'turn-1', ...overrides })
const inTurn = (part: ReactElement, overrides: Partial<Turn> = {}) => (
  <AssistantPanel.Root>
    <AssistantPanel.Turn turn={turnOf(overrides)}>{part}</AssistantPanel.Turn>
  </AssistantPanel.Root>
)

const governed = {
  list_approvals: () => ({ requests: [], next: null, asOf: '' }),
  list_grants: () => ({ grants: [], asOf: '' }),
  read_autonomy: () => sampleAutonomy(),
  simulate_autonomy: () => sampleSimulation(),
}
const part = { 'data-testid': 'part' }
const clarification = { reason: 'ambiguous' as const, words: [], message: 'Which one?', choices: [] }

test.each([
  ['AssistantPanel', <AssistantPanel theme="dark" {...part} />, { theme: 'dark', density: 'comfortable' }],
  [
    'AccountView',
    <AccountView entity="account" id="1" density="compact" {...part} />,
    { theme: 'auto', density: 'compact' },
  ],
  ['KitRoot', <KitRoot theme="light" {...part} />, { theme: 'light', density: 'comfortable' }],
  [
    'Turn',
    <AssistantPanel.Root>
      <AssistantPanel.Turn turn={turnOf({ status: 'partial' })} {...part} />
    </AssistantPanel.Root>,
    { status: 'partial' },
  ],
  [
    'Log',
    <AssistantPanel.Root>
      <AssistantPanel.Log {...part} />
    </AssistantPanel.Root>,
    { empty: '' },
  ],
  [
    'Composer',
    <AssistantPanel.Root>
      <AssistantPanel.Composer {...part} />
    </AssistantPanel.Root>,
    {},
  ],
  ['Steps', inTurn(<AssistantPanel.Steps {...part} />), {}],
  ['Steps, running', inTurn(<AssistantPanel.Steps {...part} />, { status: 'running' }), { running: '' }],
  ['Result', inTurn(<AssistantPanel.Result {...part} />), {}],
  [
    'Result, waiting',
    inTurn(<AssistantPanel.Result {...part} />, {
      status: 'planned',
      result: undefined,
      expectedColumns: sampleColumns,
    }),
    { waiting: '' },
  ],
  ['Problem', inTurn(<AssistantPanel.Problem {...part} />, { status: 'failed' }), { tone: 'danger' }],
  ['Warnings', inTurn(<AssistantPanel.Warnings {...part} />, { status: 'partial' }), { tone: 'warn' }],
  ['Clarification', inTurn(<AssistantPanel.Clarification {...part} />, { clarification }), { reason: 'ambiguous' }],
  [
    'ResultTable',
    <KitRoot>
      <ResultTable.Root result={sampleResultPage({ rows: [] })} title="x" {...part} />
    </KitRoot>,
    { status: 'complete', empty: '' },
  ],
  [
    'Section',
    <AccountView.Root entity="account" id="1001">
      <AccountView.Section section="orders" {...part} />
    </AccountView.Root>,
    { status: 'ready', kind: 'table' },
  ],
  [
    'ApprovalCard',
    <KitRoot>
      <ApprovalCard request={sampleApproval({ state: 'rejected' })} {...part} />
    </KitRoot>,
    { status: 'rejected' },
  ],
  [
    'ApprovalInbox',
    <ApprovalInbox theme="dark" {...part} />,
    { theme: 'dark', density: 'comfortable', status: 'ready' },
  ],
  ['GrantList', <GrantList theme="dark" {...part} />, { theme: 'dark', density: 'comfortable', status: 'ready' }],
  [
    'AutonomyControl',
    <AutonomyControl theme="dark" {...part} />,
    { theme: 'dark', density: 'comfortable', status: 'ready' },
  ],
  [
    'CostEstimate',
    <KitRoot>
      <CostEstimate cost={sampleCost} {...part} />
    </KitRoot>,
    { status: 'ready' },
  ],
  ['BudgetMeter', <BudgetMeter {...part} />, { theme: 'auto', density: 'comfortable', status: 'ready' }],
  ['SpendReport', <SpendReport {...part} />, { theme: 'auto', density: 'comfortable', status: 'ready' }],
  ['AuditTrail', <AuditTrail {...part} />, { theme: 'auto', density: 'comfortable', status: 'ready' }],
  [
    'NewConversation',
    <AssistantPanel.Root>
      <AssistantPanel.NewConversation {...part} />
    </AssistantPanel.Root>,
    { variant: 'plain', shape: 'icon' },
  ],
] as [string, ReactElement, Partial<Record<keyof typeof dataAttributes, string>>][])(
  'behavior: %s says its state in listed attributes only',
  async (_name, element, state) => {
    const { screen } = await renderUnderGateway(element, governed)
    const expected = Object.entries(state).map(([key, value]) => [dataAttributes[key as keyof typeof state], value])
    await expect.poll(() => emitted(screen.getByTestId('part').element())).toEqual(Object.fromEntries(expected))
  },
)

function emitted(element: Element): Record<string, string> {
  const attributes = [...element.attributes].filter(({ name }) => name.startsWith('data-') && name !== 'data-testid')
  return Object.fromEntries(attributes.map(({ name, value }) => [name, value]))
}
