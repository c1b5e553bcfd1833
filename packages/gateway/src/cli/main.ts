#!/usr/bin/env -S node --initial-old-space-size=256
// Rows pass through outside the heap, yet the garbage collector counts them against it: with a heap as small as a gateway's
// it would run for every few megabytes of them, and take half of the gateway's time.
import { runMain } from './runMain.ts'

await runMain((runCommand) => runCommand(process.argv.slice(2)))
