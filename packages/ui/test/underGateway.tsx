import { LakefrontProvider } from '@lakefront/react'
import {
  createTestClient,
  sampleAnswer,
  sampleAuditCall,
  sampleBudget,
  sampleCatalog,
  sampleRecord,
  sampleSpending,
  type TestClientOptions,
  type TestTools,
} from '@lakefront/testing'
import { type ReactNode, StrictMode } from 'react'
import { render } from 'vitest-browser-react'

/** Tools that answer with the samples, unless a test says otherwise. */
export function sampleTools(tools: TestTools = {}): TestTools {
  return {
    ask: ({ question }) => sampleAnswer({ question }),
    describe_catalog: () => sampleCatalog(),
    read_budget: () => sampleBudget(),
    report_spending: ({ by }) => sampleSpending(by),
    read_audit: ({ callId }) => ({
      calls: [sampleAuditCall(callId === undefined ? {} : { callId })],
      next: null,
      chain: { length: 128, isWhole: true, firstBroken: null },
      covers: 'user',
      asOf: '2026-11-20T10:41:08.000Z',
    }),
    get_record: ({ sections }) => {
      const record = sampleRecord()
      return { ...record, sections: record.sections.filter(({ id }) => sections?.includes(id)) }
    },
    ...tools,
  }
}

/** Renders parts under a provider whose gateway is the test's, twice over as StrictMode does. */
export async function renderUnderGateway(
  children: ReactNode,
  tools?: TestTools,
  { maxResultBytes, ...options }: TestClientOptions & { maxResultBytes?: number } = {},
) {
  const client = createTestClient(sampleTools(tools), options)
  const under = (inner: ReactNode) => (
    <StrictMode>
      <LakefrontProvider client={client} locale="en-US" maxResultBytes={maxResultBytes}>
        <div style={{ blockSize: 700, inlineSize: 460 }}>{inner}</div>
      </LakefrontProvider>
    </StrictMode>
  )
  const screen = await render(under(children))
  return { client, screen, rerender: (next: ReactNode) => screen.rerender(under(next)) }
}
