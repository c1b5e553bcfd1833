#!/usr/bin/env -S node --initial-old-space-size=256
// As the gateway's: the batches that are sent lie outside the heap, and would otherwise be collected every few megabytes.
import { parseArgs } from 'node:util'
import { startLakehouse } from './startLakehouse.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    port: { type: 'string', default: '8791' },
    'null-text': { type: 'string', multiple: true, default: [] },
  },
})

try {
  if (!values.folder) throw new Error('--folder is missing: the folder of Parquet, CSV or JSON files to serve.')
  const lakehouse = await startLakehouse({
    folder: values.folder,
    port: Number(values.port),
    nullText: values['null-text'],
  })
  // A parent that dies without a word closes this pipe; nobody would be left to stop us.
  if (process.send) process.on('disconnect', () => process.exit(0))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => lakehouse.close().then(() => process.exit(0)))
  process.stdout.write(`listening ${lakehouse.url}\n`)
  process.send?.({ url: lakehouse.url })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
