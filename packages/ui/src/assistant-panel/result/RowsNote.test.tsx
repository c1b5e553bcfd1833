import { GatewayUnreachableError } from '@lakefront/client'
import { ConversationProvider, type ConversationStorage, type Turn } from '@lakefront/react'
import { sampleAnswer, sampleResultPage } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { renderUnderGateway } from '../../../test/underGateway.tsx'
import { AssistantPanel } from '../index.tsx'

const answered = sampleAnswer()
const kept: Turn = {
  ...answered,
  id: 'turn-1',
  suggestions: [],
  result: sampleResultPage({ rows: [], rowCount: null, complete: false, url: '' }),
}
const storage: ConversationStorage = {
  load: () => ({ version: 1, turns: [kept] }),
  save: () => {},
  remove: () => {},
}

test('behavior: a result that could not be reached is taken up again at a click, and nothing runs for it', async () => {
  let isAway = true
  const { client, screen } = await renderUnderGateway(
    <ConversationProvider storage={storage}>
      <AssistantPanel />
    </ConversationProvider>,
    {
      fetch_rows: () => {
        if (isAway) throw new GatewayUnreachableError({ url: 'http://gateway.test', cause: undefined })
        return sampleResultPage()
      },
    },
  )
  const again = screen.getByRole('button', { name: 'Try again' })
  await expect.element(again).toBeVisible()
  isAway = false
  await again.click()
  await expect.element(screen.getByRole('grid', { name: 'Gross margin by account' })).toBeVisible()
  expect(client.calls.map(({ name }) => name)).not.toContain('ask')
})
