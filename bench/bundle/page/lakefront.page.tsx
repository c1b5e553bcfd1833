import { createClient } from '@lakefront/client'
import { LakefrontProvider } from '@lakefront/react'
import { KitRoot, ResultTable } from '@lakefront/ui'
import '@lakefront/ui/styles.css'
import { createRoot } from 'react-dom/client'
import { expose } from '../../chromium/page/expose.ts'
import { untilPainted } from '../../chromium/page/frames.ts'
import { resultOf, rowsUrl } from '../../table/page/results.ts'

const client = createClient({ gatewayUrl: `${rowsUrl}/mcp` })

/** A host that has nothing but our table, and the client that brings its rows. */
async function show(rowCount: number) {
  const result = await resultOf('few_deals')
  createRoot(document.getElementById('root')!).render(
    <LakefrontProvider client={client}>
      <KitRoot>
        <ResultTable.Root result={result} title="Deals">
          <ResultTable.Grid />
        </ResultTable.Root>
      </KitRoot>
    </LakefrontProvider>,
  )
  const told = () => Number(document.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount'))
  await untilPainted(() => told() >= rowCount)
}

expose({ show })
