import { sampleSpending } from '@lakefront/testing'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { renderUnderGateway } from '../../../test/underGateway.tsx'
import { SpendReport } from './SpendReport.tsx'

afterEach(() => void vi.restoreAllMocks())

test('behavior: every line is saved, and how many they are is said', async () => {
  const files: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob)
    return 'blob:saved'
  })
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    names.push(this.download)
  })
  const { screen } = await renderUnderGateway(<SpendReport timeZone="UTC" />)
  await screen.getByRole('button', { name: 'Download CSV' }).click()
  await expect.element(screen.getByText('Saved 2 lines')).toBeVisible()
  expect(names).toEqual(['spending-source-2026-11-01-2026-11-20-2026-11-20.csv'])
  expect(await files[0]?.text()).toContain('Lakehouse,6,2.438088,0')
})

test('behavior: other days are asked for as they are chosen, but not half of them', async () => {
  const { client, screen } = await renderUnderGateway(<SpendReport timeZone="UTC" />, {
    report_spending: ({ by, from = '2026-11-01', to = '2026-11-20' }) => ({ ...sampleSpending(by), from, to }),
  })
  await expect.element(screen.getByLabelText('From')).toHaveValue('2026-11-01')
  await screen.getByLabelText('From').fill('2026-11-10')
  await expect.element(screen.getByText(/^Nov 10, 2026 to Nov 20, 2026/)).toBeVisible()
  const days = client.calls.filter(({ name }) => name === 'report_spending').map(({ input }) => Object(input).from)
  expect(new Set(days)).toEqual(new Set([undefined, '2026-11-10']))
})

test('behavior: a year that is being typed is not asked for digit by digit', async () => {
  const { client, screen } = await renderUnderGateway(<SpendReport timeZone="UTC" />)
  await expect.element(screen.getByLabelText('From')).toHaveValue('2026-11-01')
  const before = client.calls.length
  ;(screen.getByLabelText('From').element() as HTMLInputElement).focus()
  await userEvent.keyboard('01152025')
  await expect.element(screen.getByLabelText('From')).toHaveValue('2025-01-15')
  const asked = () => client.calls.slice(before).map(({ input }) => Object(input).from)
  await expect.poll(asked).toContain('2025-01-15')
  expect(asked().filter((from) => from < '1900')).toEqual([])
})
