import { type Client, createClient } from '@lakefront/client'
import { LakefrontProvider, useResultRows } from '@lakefront/react'
import { KitRoot, ResultTable } from '@lakefront/ui'
import '@lakefront/ui/styles.css'
import { type CSSProperties, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { expose } from '../../chromium/page/expose.ts'
import { ArrangeDriver, arrangeShown } from './ArrangeDriver.tsx'
import { feedOf } from './feed.ts'
import { resultOf, rowsUrl } from './results.ts'
import { tablePage } from './table.ts'

type Result = Parameters<Client['openResult']>[0]
type Loaded = { client: Client; result: Result }

const size = { inlineSize: 980, '--lf-table-max-height': '600px' } as CSSProperties

const root = createRoot(document.getElementById('root')!)
let loaded: Loaded
let feed: ReturnType<typeof feedOf> | undefined

/** Reads a result as something else in the page would, so that its rows are there before the table. */
function Holder({ result, onComplete }: { result: Result; onComplete?: (() => void) | undefined }) {
  const { status, error } = useResultRows(result)
  useEffect(() => {
    if (status === 'complete') onComplete?.()
    if (status === 'failed') throw error
  }, [status, error, onComplete])
  return null
}

function render(shown: boolean, onComplete?: () => void) {
  const { client, result } = loaded
  root.render(
    <LakefrontProvider client={client} locale="en-US">
      {!feed && <Holder key={result.handle} result={result} onComplete={onComplete} />}
      {shown && (
        <KitRoot timeZone="UTC" style={size}>
          <ResultTable.Root result={result} title="Deals">
            <ResultTable.Grid />
            <ArrangeDriver />
          </ResultTable.Root>
        </KitRoot>
      )}
    </LakefrontProvider>,
  )
}

expose(
  tablePage({
    async load(name) {
      const gatewayUrl = `${rowsUrl}/mcp`
      const result = await resultOf(name)
      feed = name === 'chunks' ? feedOf(await (await fetch(`${rowsUrl}${result.url}`)).bytes()) : undefined
      loaded = { result, client: createClient({ gatewayUrl, fetch: feed?.fetch }) }
      if (!feed) await new Promise<void>((resolve) => render(false, resolve))
    },
    show: () => render(true),
    hide: () => render(false),
    append: () => feed!.start(),
    arrange: arrangeShown,
    scroller: '[data-scroller]',
  }),
)
