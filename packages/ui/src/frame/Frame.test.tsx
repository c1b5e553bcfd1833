import { expect, test } from 'vitest'
import { renderUnderGateway } from '../../test/underGateway.tsx'
import { Frame } from './Frame.tsx'

const renderFrame = (given: Parameters<typeof Frame>[0]['given']) =>
  renderUnderGateway(
    <Frame status="ready" titleId="title" given={given}>
      <h2 id="title">Spending</h2>
    </Frame>,
  )

test('default: a part is named by its heading and tells its state', async () => {
  const { screen } = await renderFrame({ theme: 'dark', density: 'compact', locale: 'de-DE' })
  const part = screen.getByRole('region', { name: 'Spending' })
  await expect.element(part).toHaveAttribute('data-status', 'ready')
  await expect.element(part).toHaveAttribute('data-theme', 'dark')
  await expect.element(part).toHaveAttribute('data-density', 'compact')
  await expect.element(part).toHaveAttribute('lang', 'de')
})

test('behavior: a host may name it otherwise', async () => {
  const { screen } = await renderFrame({ 'aria-label': 'What we spent' })
  await expect.element(screen.getByRole('region', { name: 'What we spent' })).toBeVisible()
})
