import type { Turn } from '@lakefront/react'
import { sampleAnswer, sampleQuestion } from '@lakefront/testing'
import type { ReactElement } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { describeConformance } from '../../test/describeConformance.tsx'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { AssistantPanel } from './index.tsx'

const answered = sampleAnswer()
const turn: Turn = { ...answered, id: 'turn-1' }

const inRoot = (part: ReactElement) => <AssistantPanel.Root>{part}</AssistantPanel.Root>
const inTurn =
  (overrides: Partial<Turn> = {}) =>
  (part: ReactElement) =>
    inRoot(<AssistantPanel.Turn turn={{ ...turn, ...overrides }}>{part}</AssistantPanel.Turn>)

const clarification = { reason: 'ambiguous', words: ['Erie'], message: 'Which one?', choices: [] } as const
const warnings = [{ code: 'unmatched-keys', message: 'Two accounts are not in the CRM.' }]
const context = { entity: 'account', id: '1001', label: 'Great Lakes' }

describeConformance('AssistantPanel', <AssistantPanel />)
describeConformance('Root', <AssistantPanel.Root />)
describeConformance('Header', <AssistantPanel.Header />, { within: inRoot })
describeConformance('Title', <AssistantPanel.Title />, { within: inRoot })
describeConformance('ContextChip', <AssistantPanel.ContextChip />, {
  within: (part) => <AssistantPanel.Root context={context}>{part}</AssistantPanel.Root>,
})
describeConformance('NewConversation', <AssistantPanel.NewConversation />, { within: inRoot })
describeConformance('Close', <AssistantPanel.Close />, {
  within: (part) => <AssistantPanel.Root onClose={() => {}}>{part}</AssistantPanel.Root>,
})
describeConformance('Log', <AssistantPanel.Log />, { within: inRoot })
describeConformance('Empty', <AssistantPanel.Empty />, { within: inRoot })
describeConformance('Composer', <AssistantPanel.Composer />, { within: inRoot })
describeConformance('Turn', <AssistantPanel.Turn turn={turn} />, { within: inRoot })
describeConformance('Question', <AssistantPanel.Question />, { within: inTurn() })
describeConformance('Steps', <AssistantPanel.Steps />, { within: inTurn() })
describeConformance('Text', <AssistantPanel.Text />, { within: inTurn() })
describeConformance('Result', <AssistantPanel.Result />, { within: inTurn() })
describeConformance('CostLine', <AssistantPanel.CostLine />, { within: inTurn() })
describeConformance('Warnings', <AssistantPanel.Warnings />, { within: inTurn({ warnings }) })
describeConformance('Problem', <AssistantPanel.Problem />, { within: inTurn({ status: 'failed' }) })
describeConformance('Approval', <AssistantPanel.Approval />, { within: inTurn({ status: 'approval-required' }) })
describeConformance('Clarification', <AssistantPanel.Clarification />, {
  within: inTurn({ clarification: { ...clarification, words: ['Erie'], choices: [] } }),
})

describe('AssistantPanel', () => {
  test('default', async () => {
    const onOpenRecord = vi.fn()
    const { screen, client } = await renderUnderGateway(<AssistantPanel onOpenRecord={onOpenRecord} />)
    await userEvent.fill(screen.getByRole('textbox', { name: 'Your question' }), sampleQuestion)
    await userEvent.keyboard('{Enter}')
    await screen.getByRole('button', { name: 'Great Lakes Fastener & Supply' }).click()
    expect(onOpenRecord).toHaveBeenCalledWith({
      entity: 'account',
      id: '1001',
      label: 'Great Lakes Fastener & Supply',
    })
    expect(client.calls.filter(({ name }) => name === 'ask')).toHaveLength(1)
  })

  test('behavior: a part that stands alone says where it belongs', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(render(<AssistantPanel.Title />)).rejects.toThrow('root of the kit')
    await expect(renderUnderGateway(inRoot(<AssistantPanel.Text />))).rejects.toThrow('within <AssistantPanel.Turn>')
  })

  test('parameters: theme and density are data attributes', async () => {
    const { screen } = await renderUnderGateway(<AssistantPanel theme="dark" density="compact" />)
    const panel = screen.getByRole('region', { name: 'Assistant' })
    await expect.element(panel).toHaveAttribute('data-theme', 'dark')
    await expect.element(panel).toHaveAttribute('data-density', 'compact')
  })

  test('parameters: locale and messages', async () => {
    const messages = { assistant: 'Erie fragen' }
    const { screen } = await renderUnderGateway(<AssistantPanel locale="de-DE" messages={messages} />)
    await expect.element(screen.getByRole('heading', { name: 'Erie fragen' })).toBeVisible()
    await expect.element(screen.getByRole('textbox', { name: 'Ihre Frage' })).toBeVisible()
  })

  test('behavior: a screen reader hears of the answer once it is whole', async () => {
    const { screen } = await renderUnderGateway(<AssistantPanel />)
    await userEvent.fill(screen.getByRole('textbox'), sampleQuestion)
    await userEvent.keyboard('{Enter}')
    const whole = /^Cleveland’s 42 accounts have earned .* because of returns\. Gross margin by account, 42 rows$/
    await expect.element(screen.getByText(whole)).toHaveRole('status')
    expect(screen.getByRole('log').element().getAttribute('aria-live')).toBe('off')
  })
})
