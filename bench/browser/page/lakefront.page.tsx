import { createClient } from '@lakefront/client'
import { LakefrontProvider } from '@lakefront/react'
import { KitRoot, ResultTable } from '@lakefront/ui'
import '@lakefront/ui/styles.css'
import { createRoot } from 'react-dom/client'
import { expose } from '../../chromium/page/expose.ts'
import { untilPainted } from '../../chromium/page/frames.ts'
import { type LongTasks, watchLongTasks } from '../../chromium/page/watchLongTasks.ts'

type RunOptions = { gatewayUrl: string; accessToken: string; sql: string; rowCount: number }

export type BrowserPage = {
  /** Runs a statement through a gateway and shows its rows as they arrive. */
  run(options: RunOptions): Promise<{ firstRowMs: number; lastRowMs: number; longTasks: LongTasks }>
}

const root = createRoot(document.getElementById('root')!)
let client: ReturnType<typeof createClient> | undefined

const firstRowIsShown = () => document.querySelector('[role=gridcell]') !== null
const rowsTold = () => Number(document.querySelector('[aria-rowcount]')?.getAttribute('aria-rowcount'))

async function run({ gatewayUrl, accessToken, sql, rowCount }: RunOptions) {
  root.render(null)
  await untilPainted(() => !firstRowIsShown())
  client ??= createClient({ gatewayUrl, getAccessToken: () => accessToken })
  const longTasks = watchLongTasks()
  const startedAt = performance.now()
  const { result } = await client.callTool('run_query', { source: 'lakehouse', sql })
  root.render(
    <LakefrontProvider client={client} locale="en-US">
      <KitRoot timeZone="UTC" style={{ inlineSize: 980 }}>
        <ResultTable.Root result={result} title="Deals">
          <ResultTable.Grid />
        </ResultTable.Root>
      </KitRoot>
    </LakefrontProvider>,
  )
  await untilPainted(firstRowIsShown)
  const firstRowMs = performance.now() - startedAt
  await untilPainted(() => rowsTold() >= rowCount)
  return { firstRowMs, lastRowMs: performance.now() - startedAt, longTasks: await longTasks.end() }
}

expose({ run } satisfies BrowserPage)
