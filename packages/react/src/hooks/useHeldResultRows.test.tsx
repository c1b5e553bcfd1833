import { createTestClient, sampleResultPage, sampleRows } from '@lakefront/testing'
import { type PropsWithChildren, StrictMode } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { LakefrontProvider } from '../provider/LakefrontProvider.tsx'
import { useHeldResultRows } from './useHeldResultRows.ts'
import { useResultRows } from './useResultRows.ts'

const page = sampleResultPage({ rows: [], rowCount: null, complete: false, url: '' })

function Reader() {
  const { rowCount, status } = useResultRows(page)
  return <p>{`${rowCount} rows ${status}`}</p>
}

function Holder() {
  useHeldResultRows(page)
  return <p>held</p>
}

function openUnder() {
  const client = createTestClient({ fetch_rows: () => ({ ...page, rows: sampleRows(20), complete: true }) })
  const under = ({ children }: PropsWithChildren) => (
    <StrictMode>
      <LakefrontProvider client={client}>{children}</LakefrontProvider>
    </StrictMode>
  )
  return { under, reads: () => client.calls.filter(({ name }) => name === 'fetch_rows').length }
}

/** As long as it takes until nobody's rows are let go. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve))

test('behavior: rows that are held are still there for who reads them next', async () => {
  const { under, reads } = openUnder()
  const screen = await render(under({ children: <Reader /> }))
  await expect.element(screen.getByText('20 rows complete')).toBeVisible()
  const before = reads()
  await screen.rerender(under({ children: <Holder /> }))
  await aMoment()
  await screen.rerender(under({ children: <Reader /> }))
  expect(screen.getByText('20 rows complete').element()).toBeVisible()
  expect(reads()).toBe(before)
})

test('behavior: holding reads nothing, and what is not held is read again', async () => {
  const { under, reads } = openUnder()
  const screen = await render(under({ children: <Holder /> }))
  await aMoment()
  expect(reads()).toBe(0)
  await screen.rerender(under({ children: <Reader /> }))
  await expect.element(screen.getByText('20 rows complete')).toBeVisible()
  const before = reads()
  await screen.rerender(under({ children: null }))
  await aMoment()
  await screen.rerender(under({ children: <Reader /> }))
  await expect.element(screen.getByText('20 rows complete')).toBeVisible()
  expect(reads()).toBeGreaterThan(before)
})
