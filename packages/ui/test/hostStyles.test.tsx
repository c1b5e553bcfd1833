import { sampleApproval, sampleAutonomy, sampleGrant, sampleSimulation, sampleSpending } from '@lakefront/testing'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { AccountView } from '../src/account-view/index.tsx'
import { ApprovalInbox } from '../src/approvals/index.ts'
import { AssistantPanel } from '../src/assistant-panel/index.tsx'
import { AuditTrail } from '../src/audit/index.ts'
import { AutonomyControl } from '../src/autonomy/index.ts'
import { GrantList } from '../src/grants/index.ts'
import { BudgetMeter, SpendReport } from '../src/spending/index.ts'
import { renderUnderGateway } from './underGateway.tsx'

/** What a host's reset and its bare element rules may do, and worse. */
const hostStyles = `
  * { box-sizing: content-box; margin: 3px; padding: 5px; border: 2px solid red; letter-spacing: 2px }
  h1, h2, h3, p, ul, ol, dl, dt, dd, pre, blockquote { margin: 40px; font-size: 30px; font-weight: 900; line-height: 3 }
  button { padding: 20px; border: 4px dashed lime; border-radius: 50%; background: red; color: lime; text-transform: uppercase }
  button:hover, button:focus { background: lime }
  textarea, input { border: 5px solid red; border-radius: 30px; font: 30px monospace; min-height: 200px; resize: both }
  table { width: auto; border-collapse: collapse; table-layout: fixed; margin: 20px; font-size: 30px }
  th, td { padding: 30px; border: 3px solid red; text-align: center; vertical-align: top }
  ul, ol { list-style: square inside; padding: 50px }
  li { margin: 20px; float: left }
  a { color: red; text-decoration: none; font-weight: 900 }
  svg { width: 100px; height: 100px; display: inline; fill: red }
  code, pre { background: yellow; padding: 30px; font: 30px serif; white-space: normal }
  section, article, header, form, details, summary, div, span, bdi { font-size: 30px; text-align: right; line-height: 3 }
  summary { display: list-item; padding: 30px }
`

const looks = [
  'color',
  'background-color',
  'font',
  'text-align',
  'text-transform',
  'letter-spacing',
  'border-width',
] as const

let sheet: HTMLStyleElement | undefined
afterEach(() => sheet?.remove())

function look(root: Element): string[] {
  return [...root.querySelectorAll('*:not(path)')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const name = `${element.tagName.toLowerCase()}.${element.className}`
    const box = [x, y, width, height].map((value) => Math.round(value)).join()
    return [name, box, ...looks.map((property) => style.getPropertyValue(property))].join(' | ')
  })
}

function addHostStyles() {
  sheet = document.createElement('style')
  // Everything else of the host's page is left alone, so that only what reaches into the kit is seen.
  sheet.textContent = `@scope ([data-kit]) { ${hostStyles} }`
  document.head.append(sheet)
}

test('behavior: an answer looks the same on a page whose styles know no mercy', async () => {
  const { screen } = await renderUnderGateway(<AssistantPanel theme="light" data-kit onOpenRecord={() => {}} />)
  await userEvent.fill(screen.getByRole('textbox'), 'Gross margin')
  await userEvent.keyboard('{Enter}')
  await screen.getByText(/live reads/).click()
  await screen.getByText('Lakehouse').first().click()
  await screen.getByRole('button', { name: 'How do we know?' }).click()
  await expect.element(screen.getByText('SUM(revenue - cost)')).toBeVisible()
  const panel = screen.getByRole('region', { name: 'Assistant' }).element()
  const before = look(panel)
  addHostStyles()
  expect(look(panel)).toEqual(before)
})

test('behavior: an account looks the same on a page whose styles know no mercy', async () => {
  const view = <AccountView entity="account" id="1001" theme="light" data-kit data-testid="view" />
  const { screen } = await renderUnderGateway(view)
  await expect.element(screen.getByText('SO-104882')).toBeVisible()
  await expect.element(screen.getByText('$148,250.00')).toBeVisible()
  await expect.element(screen.getByText('Zoë Marchetti')).toBeVisible()
  await expect.element(screen.getByText('Dana Kowalski')).toBeVisible()
  const root = screen.getByTestId('view').element()
  const before = look(root)
  addHostStyles()
  expect(look(root)).toEqual(before)
})

test.each([
  ['the audit trail', <AuditTrail key="audit" theme="light" data-kit data-testid="part" />, 'Answered'],
  ['a budget', <BudgetMeter key="budget" theme="light" data-kit data-testid="part" />, 'Nearly used up'],
  ['a report', <SpendReport key="report" theme="light" data-kit data-testid="part" />, 'of that assumed'],
])('behavior: %s looks the same on a page whose styles know no mercy', async (_name, part, text) => {
  // One line is not worth a chart.
  const report_spending = () => ({ ...sampleSpending('source'), lines: sampleSpending('source').lines.slice(0, 1) })
  const { screen } = await renderUnderGateway(part, { report_spending })
  await expect.element(screen.getByText(text, { exact: true }).last()).toBeVisible()
  for (const summary of screen.getByTestId('part').element().querySelectorAll('summary')) summary.click()
  const root = screen.getByTestId('part').element()
  const before = look(root)
  addHostStyles()
  expect(look(root)).toEqual(before)
})

test('behavior: requests, permissions and autonomy look the same on a page whose styles know no mercy', async () => {
  const requests = [sampleApproval(), sampleApproval({ requestId: '0b7c9a1e-58ab-4d0a-8a8f-1f2d3c4b5a69' })]
  const { screen } = await renderUnderGateway(
    <div data-kit data-testid="view">
      <ApprovalInbox theme="light" timeZone="UTC" />
      <GrantList theme="light" timeZone="UTC" />
      <AutonomyControl theme="light" timeZone="UTC" />
    </div>,
    {
      list_approvals: () => ({ requests, next: null, asOf: '' }),
      list_grants: () => ({ grants: [{ ...sampleGrant(), mayRevoke: true }], asOf: '' }),
      read_autonomy: () => sampleAutonomy({ level: 'limited' }),
      simulate_autonomy: () => sampleSimulation(),
    },
  )
  await screen.getByRole('checkbox').first().click()
  await expect.element(screen.getByText(/41 of 57/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /^Revoke/ })).toBeVisible()
  const parts = () => [...screen.getByTestId('view').element().children].flatMap(look)
  const before = parts()
  addHostStyles()
  expect(parts()).toEqual(before)
})
