import { takeTurns } from '../measure.ts'
import { startServers } from '../servers/start.ts'
import type { Measured, SuiteOptions } from '../suite.ts'

/** What Arrow costs on top of DuckDB: a million rows by eight columns, scanned, encoded, and encoded and sent. */
export async function encodeSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const { urls, stop } = await startServers()
  const arm = (name: string, work: string) => async () => ({
    [name]: await timeReply(`${urls.bareArrow}/${work}/deals`),
  })
  try {
    const samples = await takeTurns(
      [arm('scan', 'scan'), arm('scan and encode', 'encode'), arm('scan, encode and send', 'results')],
      { repeats: repeats * 2, warmUps: 2 },
    )
    return { samples, comparisons }
  } finally {
    await stop()
  }
}

/** From the request to the last byte; the bytes are dropped as they come. */
async function timeReply(url: string): Promise<number> {
  const startedAt = performance.now()
  const { body } = await fetch(url)
  await body!.pipeTo(new WritableStream())
  return performance.now() - startedAt
}

const comparisons = [
  { name: 'Arrow encoded / scan', over: 'scan and encode', under: 'scan' },
  { name: 'Arrow encoded and sent / scan', over: 'scan, encode and send', under: 'scan', atMost: 5 },
]
