import { parseArgs } from 'node:util'
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
      return serve(rest)
    case 'ask':
      return ask(rest)
    case 'token':
      return token(rest)
    case 'audit':
      return audit(rest)
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(usage)
      return 0
    default:
      throw new UsageError(command === undefined ? usage : `There is no command "${command}".\n\n${usage}`)
  }
}

// Each command loads by itself what it needs: a slip of the finger is answered without an engine.

async function serve(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { config: text, port: text, host: text, 'allow-origin': texts })
  const { serveCommand } = await import('./commands/serveCommand.ts')
  return serveCommand(values)
}

async function ask(args: readonly string[]): Promise<number> {
  // biome-ignore lint/suspicious/noThenProperty: the name of a flag; nobody awaits the options.
  const options = { config: text, url: text, token: text, approval: text, json: flag, then: texts } as const
  const { values, positionals } = parse(args, options)
  if (positionals.length !== 1) throw new UsageError(`Expected one question in quotes.\n\n${usage}`)
  const { askCommand } = await import('./commands/askCommand.ts')
  return askCommand({ ...values, question: positionals[0]!, followUps: values.then ?? [], approvalId: values.approval })
}

async function token(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { config: text, user: text, tenant: text, role: texts, expires: text })
  const { tokenCommand } = await import('./commands/tokenCommand.ts')
  return tokenCommand(values)
}

async function audit(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { config: text, anchors: text, tenant: text, format: text })
  const { auditCommand } = await import('./commands/auditCommand.ts')
  return auditCommand(positionals[0], values)
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

function parse<const Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${usage}`)
  }
}
