import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export type ServiceProcessOptions = {
  /** What people call it in messages, such as `lakehouse`. */
  name: string
  script: string
  args: readonly string[]
  env?: Record<string, string>
  /** How long it may take until it prints its address, in milliseconds. */
  startTimeoutMs?: number
  /** Told when it ends though nobody here stopped it; in order when somebody else asked it to. */
  onUnexpectedEnd?: ((message: string, inOrder: boolean) => void) | undefined
}

/** A child process that printed `listening <address>`. */
export type ServiceProcess = {
  name: string
  address: string
  pid: number
  /** Ends it and everything it started: politely first, by force after five seconds. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

const preload = new URL('./endWithParent.ts', import.meta.url).href
const keptLines = 20
const graceMs = 5_000

/** Starts a script on this Node and waits until it says where it listens. */
export async function startServiceProcess(options: ServiceProcessOptions): Promise<ServiceProcess> {
  const { name, script, args, env, startTimeoutMs = 60_000, onUnexpectedEnd } = options
  // Its own process group: Ctrl-C in the terminal reaches only the start command, which then stops everything in order.
  const wishes = wishesOf(script)
  const child = spawn(process.execPath, [...wishes.args, '--import', preload, script, ...args], {
    env: { ...wishes.env, ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  const forceEnd = () => signalGroup(child, 'SIGKILL')
  process.once('exit', forceEnd)
  child.once('exit', () => process.off('exit', forceEnd))

  const lines: string[] = []
  let stopping = false
  const address = await waitForAddress(child, lines, startTimeoutMs).catch((error: Error) => {
    signalGroup(child, 'SIGKILL')
    throw new Error(describeFailure(name, error.message, lines))
  })
  child.once('exit', (code, signal) => {
    if (!stopping) onUnexpectedEnd?.(describeFailure(name, `ended (${signal ?? `code ${code}`})`, lines), code === 0)
  })

  return {
    name,
    address,
    pid: child.pid!,
    async stop(signal = 'SIGTERM') {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const force = setTimeout(forceEnd, graceMs)
      signalGroup(child, signal)
      await once(child, 'exit')
      clearTimeout(force)
      // Whatever it started itself is in its group too.
      forceEnd()
    },
  }
}

/** What the script's first line asks for, as when it is started as a command: variables, then arguments of Node's. */
function wishesOf(script: string): { env: Record<string, string>; args: string[] } {
  const [firstLine = ''] = readFileSync(script, 'utf8').split('\n', 1)
  const [, variables = '', args = ''] = /^#!\/usr\/bin\/env -S ((?:\w+=\S+ )*)node (.+)$/.exec(firstLine) ?? []
  const env = Object.fromEntries([...variables.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]))
  return { env, args: args.split(' ').filter(Boolean) }
}

function waitForAddress(child: ChildProcess, lines: string[], timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`did not answer within ${timeoutMs / 1_000} s`)), timeoutMs)
    const keep = (line: string) => {
      lines.push(line)
      if (lines.length > keptLines) lines.shift()
      const address = /^listening (\S+)/.exec(line)?.[1]
      if (address) settle(() => resolve(address))
    }
    const settle = (act: () => void) => {
      clearTimeout(timer)
      act()
    }
    createInterface({ input: child.stdout! }).on('line', keep)
    createInterface({ input: child.stderr! }).on('line', keep)
    child.once('error', (error) => settle(() => reject(error)))
    // 'close' comes after the last line was read, 'exit' may come before.
    child.once('close', (code, signal) => settle(() => reject(new Error(`ended (${signal ?? `code ${code}`})`))))
  })
}

function describeFailure(name: string, what: string, lines: readonly string[]): string {
  const said = lines.map((line) => `  ${line}`).join('\n')
  return `The ${name} ${what}.${said ? ` Its last lines:\n${said}` : ''}`
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone already.
  }
}
