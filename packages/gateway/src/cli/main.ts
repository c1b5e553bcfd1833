#!/usr/bin/env -S MALLOC_MMAP_THRESHOLD_=131072 node --initial-old-space-size=256
// Rows pass through outside the heap, yet the garbage collector counts them against it: with a heap as small as a gateway's
// it would run for every few megabytes of them, and take half of the gateway's time.
// And rows that were let go are given back to the system at once, where glibc would keep them for later.
import { runMain } from './runMain.ts'

await runMain((runCommand) => runCommand(process.argv.slice(2)))
