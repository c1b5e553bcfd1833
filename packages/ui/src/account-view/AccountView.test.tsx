import { failedSection, sampleRecord } from '@lakefront/testing'
import type { ReactElement } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { describeConformance } from '../../test/describeConformance.tsx'
import { renderUnderGateway, sampleTools } from '../../test/underGateway.tsx'
import { AccountView } from './index.tsx'

const inRoot = (part: ReactElement) => (
  <AccountView.Root entity="account" id="1001">
    {part}
  </AccountView.Root>
)

describeConformance('AccountView', <AccountView entity="account" id="1001" />)
describeConformance('Root', <AccountView.Root entity="account" id="1001" />)
describeConformance('Identity', <AccountView.Identity />, { within: inRoot })
describeConformance('Facts', <AccountView.Facts />, { within: inRoot })
describeConformance('Section', <AccountView.Section section="orders" />, { within: inRoot })

const sectionsRead = (calls: readonly { name: string; input: unknown }[]) =>
  calls.filter(({ name }) => name === 'get_record').map(({ input }) => (input as { sections: string[] }).sections)

describe('AccountView', () => {
  test('default', async () => {
    const { screen } = await renderUnderGateway(<AccountView entity="account" id="1001" />)
    await expect.element(screen.getByRole('heading', { name: 'Great Lakes Fastener & Supply' })).toBeVisible()
    await expect
      .element(screen.getByRole('group', { name: 'Lifetime gross margin' }))
      .toMatchTextContent('$2,194,805.63')
    await expect.element(screen.getByRole('table', { name: 'Orders' })).toMatchTextContent('SO-104882')
    await expect.element(screen.getByText('ERP · read now, 84 ms · no copy kept')).toBeVisible()
    await expect.element(screen.getByText('−$1,120.40')).toBeVisible()
  })

  test('behavior: each section is read by itself, once', async () => {
    const { screen, client } = await renderUnderGateway(<AccountView entity="account" id="1001" />)
    await expect.element(screen.getByText('SO-104882')).toBeVisible()
    const read = sectionsRead(client.calls).map((sections) => sections.join())
    expect(read.toSorted()).toEqual(['', 'available-credit', 'contacts', 'identity', 'lifetime-margin', 'orders'])
  })

  test('behavior: a source that is down takes only its own sections with it', async () => {
    const get_record = vi.fn((input: { sections?: string[] | undefined }) => {
      const record = sampleRecord()
      const wanted = record.sections.filter(({ id }) => input.sections?.includes(id))
      const retryAt = new Date(Date.now() + 20_000).toISOString()
      const down = (section: (typeof wanted)[number]) =>
        section.source === 'erp' ? failedSection(section, 'The ERP is currently unavailable.', retryAt) : section
      return { ...record, sections: wanted.map(down) }
    })
    const { screen } = await renderUnderGateway(<AccountView entity="account" id="1001" />, sampleTools({ get_record }))
    const orders = screen.getByRole('region', { name: 'Orders' })
    await expect.element(orders).toHaveAttribute('data-status', 'failed')
    await expect.element(orders).toMatchTextContent(/The ERP is currently unavailable · trying again in \d+/)
    await expect.element(screen.getByText('Zoë Marchetti')).toBeVisible()
  })

  test('behavior: a section is read again by its button', async () => {
    const { screen, client } = await renderUnderGateway(<AccountView entity="account" id="1001" />)
    await expect.element(screen.getByText('SO-104882')).toBeVisible()
    const before = sectionsRead(client.calls).length
    await screen.getByRole('button', { name: 'Read Orders again' }).click()
    await expect.poll(() => sectionsRead(client.calls).slice(before)).toEqual([['orders']])
  })

  test('behavior: a record behind a value opens', async () => {
    const onOpenRecord = vi.fn()
    const owner = { name: 'owner', type: 'text', opens: { entity: 'owner', keyColumn: 'owner_id' } } as const
    const ownerId = { name: 'owner_id', type: 'integer', role: 'key' } as const
    const { screen } = await renderUnderGateway(
      <AccountView entity="account" id="1001" onOpenRecord={onOpenRecord} />,
      sampleTools({
        get_record: ({ sections }) => {
          const record = sampleRecord()
          const found = record.sections.filter(({ id }) => sections?.includes(id))
          const linked = found.map((section) =>
            section.id === 'identity' ? { ...section, columns: [ownerId, owner], rows: [['7', 'Dana']] } : section,
          )
          return { ...record, sections: linked }
        },
      }),
    )
    await screen.getByRole('button', { name: 'Dana' }).click()
    expect(onOpenRecord).toHaveBeenCalledWith({ entity: 'owner', id: '7', label: 'Dana' })
  })
})
