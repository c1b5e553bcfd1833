import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GatewayError } from '../../errors.ts'
import { unavailable } from '../resilience.ts'

export type LakehouseProcess = {
  /** Address of the running lakehouse; starts it when it does not run. */
  url(): Promise<string>
  /** Id of the running process. */
  pid(): Promise<number | undefined>
  close(): Promise<void>
}

type Files = { folder: string; nullText?: string | readonly string[] | undefined }

/** Runs the embedded lakehouse as a process of its own: started when first needed, and anew after it died. */
export function createLakehouseProcess({ id, title }: { id: string; title: string }, files: Files): LakehouseProcess {
  let running: Promise<{ child: ChildProcess; url: string }> | undefined
  let closed = false

  async function start() {
    const child = fork(mainFile(), argumentsOf(files), {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // What the file's first line asks for when it is started as a command.
      execArgv: [...process.execArgv, '--initial-old-space-size=256'],
    })
    let stderr = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-2_000)
    })
    child.once('exit', () => {
      running = undefined
    })
    const started = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)])
    if (!started)
      throw unavailable({ source: id, title, because: stderr.trim().split('\n').at(-1) || 'it did not start' })
    return { child, url: (started[0] as { url: string }).url }
  }

  return {
    async url() {
      if (closed)
        throw new GatewayError({ code: 'source-unavailable', message: `${title} has been closed.`, source: id })
      running ??= start()
      return (await running).url
    },
    pid: async () => (await running)?.child.pid,
    async close() {
      closed = true
      const open = await running?.catch(() => undefined)
      if (!open || open.child.exitCode !== null) return
      const ended = once(open.child, 'exit')
      open.child.kill('SIGTERM')
      await ended
    },
  }
}

function argumentsOf({ folder, nullText = [] }: Files): string[] {
  const texts = typeof nullText === 'string' ? [nullText] : nullText
  return [
    '--folder',
    folder,
    '--port',
    '0',
    ...texts.filter((text) => text !== '').flatMap((text) => ['--null-text', text]),
  ]
}

/** The process's own entry. The build keeps the folders, so between sources and package only the extension differs. */
function mainFile(): string {
  return fileURLToPath(new URL(`../../lakehouse/main${extname(import.meta.url)}`, import.meta.url))
}
