#!/usr/bin/env node
import { runMain } from './runMain.ts'

await runMain((runCommand) => runCommand(process.argv.slice(2)))
