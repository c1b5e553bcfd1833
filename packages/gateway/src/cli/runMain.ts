import { inspect } from 'node:util'
import { runCommand } from './runCommand.ts'

/** Errors that the person at the terminal can put right: told in a sentence. */
const expectedNames = new Set([
  'ConfigError',
  'FolderInUseError',
  'GatewayError',
  'MigrationError',
  'PortInUseError',
  'SemanticModelError',
  'UsageError',
])

/** Runs a program to its exit code. Any error but an expected one is a bug of ours, and its stack is wanted. */
export async function runMain(main: (run: typeof runCommand) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main(runCommand)
  } catch (error) {
    const isExpected = error instanceof Error && expectedNames.has(error.name)
    process.stderr.write(`${isExpected ? error.message : inspect(error)}\n`)
    process.exitCode = 1
  }
}
