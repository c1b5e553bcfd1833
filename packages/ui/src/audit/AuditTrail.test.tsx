import { GatewayUnreachableError } from '@lakefront/client'
import { sampleAuditCall } from '@lakefront/testing'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { AuditTrail } from './AuditTrail.tsx'

const callAt = (sequence: number) => {
  const [started, ended] = sampleAuditCall().entries
  return sampleAuditCall({
    callId: `call-${sequence}`,
    question: `Question ${sequence}`,
    entries: [
      { ...started!, sequence },
      { ...ended!, sequence: sequence + 1 },
    ],
  })
}
const chain = { length: 4, isWhole: true, firstBroken: null }
const page = (sequence: number, next: number | null) => ({
  calls: [callAt(sequence)],
  next,
  chain,
  covers: 'tenant' as const,
  asOf: '2026-11-20T11:00:00.000Z',
})

test('behavior: a call opens and closes with the keys alone', async () => {
  const { screen } = await renderUnderGateway(<AuditTrail timeZone="UTC" />, { read_audit: () => page(3, null) })
  await expect.element(screen.getByText('Question 3')).toBeVisible()
  const summary = screen.getByText('Question 3').element().closest('summary')
  for (let presses = 0; document.activeElement !== summary && presses < 20; presses += 1)
    await userEvent.keyboard('{Tab}')
  expect(document.activeElement).toBe(summary)
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('region', { name: 'Details of: Question 3' })).toBeVisible()
  await userEvent.keyboard(' ')
  await expect.element(screen.getByRole('region', { name: 'Details of: Question 3' })).not.toBeInTheDocument()
})

test('behavior: older calls that could not be read leave those that are here, and are asked for again', async () => {
  let isDown = true
  const { screen } = await renderUnderGateway(<AuditTrail timeZone="UTC" />, {
    read_audit: ({ before }) => {
      if (before === undefined) return page(3, 3)
      // Not worth another try by itself, so that the person sees it at once.
      if (isDown) throw Object.assign(new GatewayUnreachableError({ url: 'x', cause: undefined }), { retryable: false })
      return page(1, null)
    },
  })
  await screen.getByRole('button', { name: 'Show older calls' }).click()
  await expect.element(screen.getByText(/cannot be reached/)).toBeVisible()
  await expect.element(screen.getByText('Question 3')).toBeVisible()
  isDown = false
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect.element(screen.getByText('Question 1')).toBeVisible()
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})

test('behavior: a person is looked for once the name is whole', async () => {
  const { client, screen } = await renderUnderGateway(<AuditTrail timeZone="UTC" />, {
    read_audit: () => page(3, null),
  })
  await userEvent.type(screen.getByLabelText('Person'), 'mona.reyes')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Clear filters' })).toBeVisible()
  const asked = client.calls.filter(({ name }) => name === 'read_audit').map(({ input }) => input)
  expect(asked.filter((input) => 'userId' in Object(input))).toMatchObject([{ userId: 'mona.reyes' }])
})

test('behavior: clearing the filters clears what stands in the fields', async () => {
  const { screen } = await renderUnderGateway(<AuditTrail timeZone="UTC" />, { read_audit: () => page(3, null) })
  await screen.getByLabelText('From').fill('2026-11-19')
  await screen.getByLabelText('Source').selectOptions('Lakehouse')
  await screen.getByRole('button', { name: 'Clear filters' }).click()
  await expect.element(screen.getByLabelText('From')).toHaveValue('')
  await expect.element(screen.getByLabelText('Source')).toHaveValue('')
  await expect.element(screen.getByRole('button', { name: 'Clear filters' })).not.toBeInTheDocument()
})
