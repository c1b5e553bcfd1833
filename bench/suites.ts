import { arrangeSuite } from './arrange/arrangeSuite.ts'
import { browserSuite } from './browser/browserSuite.ts'
import { bundleSuite } from './bundle/bundleSuite.ts'
import { conversationSuite } from './conversation/conversationSuite.ts'
import { estimatesSuite } from './estimates/estimatesSuite.ts'
import { markdownSuite } from './markdown/markdownSuite.ts'
import { questionSuite } from './question/questionSuite.ts'
import { concurrentSuite } from './stream/concurrentSuite.ts'
import { encodeSuite } from './stream/encodeSuite.ts'
import { stopSuite } from './stream/stopSuite.ts'
import { streamSuite } from './stream/streamSuite.ts'
import type { Suite } from './suite.ts'
import { tableSuite } from './table/tableSuite.ts'

/** What can be measured, by the name that `pnpm bench` takes. */
export const suites: Readonly<Record<string, Suite>> = {
  question: questionSuite,
  stream: streamSuite,
  encode: encodeSuite,
  concurrent: concurrentSuite,
  stop: stopSuite,
  browser: browserSuite,
  table: tableSuite,
  arrange: arrangeSuite,
  bundle: bundleSuite,
  markdown: markdownSuite,
  conversation: conversationSuite,
  estimates: estimatesSuite,
}
