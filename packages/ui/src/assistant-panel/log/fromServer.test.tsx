import { ConversationProvider, LakefrontProvider } from '@lakefront/react'
import { createTestClient } from '@lakefront/testing'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, onTestFinished, test } from 'vitest'
import { heldConversation } from '../../../test/heldConversation.ts'
import { storedTurns, turnCount } from '../../../test/longConversation.tsx'
import { AssistantPanel } from '../index.tsx'

const newest = `question ${turnCount}`
const panel = (
  <LakefrontProvider client={createTestClient()} locale="en-US">
    <ConversationProvider conversation={heldConversation(storedTurns)}>
      <AssistantPanel.Root>
        <AssistantPanel.Log>
          {(turn) => <AssistantPanel.Turn turn={turn}>{`Whole: ${turn.question}`}</AssistantPanel.Turn>}
        </AssistantPanel.Log>
      </AssistantPanel.Root>
    </ConversationProvider>
  </LakefrontProvider>
)

test('behavior: a server sends the newest turn whole, and the page takes over what it sent', async () => {
  const host = document.createElement('div')
  document.body.append(host)
  host.innerHTML = renderToString(panel)
  const articles = () => [...host.querySelectorAll('article')]
  expect(articles().length).toBe(50)
  expect(articles().at(-1)).toHaveTextContent(`Whole: ${newest}`)
  expect(articles().at(-2)).not.toHaveTextContent('Whole')

  const sent = articles().at(-1)
  const errors: unknown[] = []
  const root = hydrateRoot(host, panel, { onRecoverableError: (error) => errors.push(error) })
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  await expect.poll(() => articles().length, { timeout: 10_000 }).toBe(turnCount)
  expect(errors).toEqual([])
  expect(articles().at(-1)).toBe(sent)
})
