#!/usr/bin/env -S node --initial-old-space-size=256
// The same heap for every arm.
import { setTimeout as delay } from 'node:timers/promises'
import { startLakehouse } from '../../packages/gateway/src/lakehouse/startLakehouse.ts'
import { makeDataset } from './dataset.ts'
import { serve } from './serve.ts'

/** So long must nothing run until idle is believed: a stopped statement may have been about to start another. */
const quietMs = 60
const lookEveryMs = 1

const { url, openStatements } = await startLakehouse({ folder: await makeDataset(), port: 0 })

const now = () => performance.timeOrigin + performance.now()

/** Waits until nothing runs any more; answers since when, on the clock that all processes of a machine share. */
async function idleSince(): Promise<number> {
  let since = now()
  while (now() - since < quietMs) {
    await delay(lookEveryMs)
    if (openStatements() > 0) since = now()
  }
  return since
}

// The lakehouse says only who asks; beside it, this tells its address and when its last statement ended.
serve(async ({ url: path }, response) => {
  response.end(JSON.stringify(path === '/idle' ? await idleSince() : { url, openStatements: openStatements() }))
})
