import { parseArgs } from 'node:util'
import { askCommand } from './askCommand.ts'
import { serveCommand } from './serveCommand.ts'
import { tokenCommand } from './tokenCommand.ts'
import { UsageError, usage } from './usage.ts'

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

/**
 * Runs one command line.
 *
 * @returns the exit code.
 * @throws {UsageError} when the arguments make no sense.
 */
export async function runCommand([command, ...rest]: readonly string[]): Promise<number> {
  switch (command) {
    case 'serve':
      return serveCommand(parse(rest, { config: text, port: text, host: text, 'allow-origin': texts }).values)
    case 'ask': {
      // biome-ignore lint/suspicious/noThenProperty: the name of a flag; nobody awaits the options.
      const options = { config: text, url: text, token: text, json: flag, then: texts } as const
      const { values, positionals } = parse(rest, options)
      if (positionals.length !== 1) throw new UsageError(`Expected one question in quotes.\n\n${usage}`)
      return askCommand({ ...values, question: positionals[0]!, followUps: values.then ?? [] })
    }
    case 'token':
      return tokenCommand(parse(rest, { config: text, user: text, tenant: text, role: texts, expires: text }).values)
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(usage)
      return 0
    default:
      throw new UsageError(command === undefined ? usage : `There is no command "${command}".\n\n${usage}`)
  }
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function parse<const Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}
