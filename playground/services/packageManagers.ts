import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

type Ancestor = { parent: number; command: string }

const packageManager = /(^|[\s/])(npm|npx|pnpm|yarn)(\s|$|\.c?js)/
const pauseMs = 1_000

/**
 * The processes of `npm start` and the like that stand between this process and the person's shell. When one of them is
 * killed, npm ends without a word to those below it.
 */
export function findPackageManagers(describe: (pid: number) => Ancestor | undefined = describeProcess): number[] {
  const chain: { pid: number; command: string }[] = []
  for (let pid = process.ppid; pid > 1; ) {
    const ancestor = describe(pid)
    if (!ancestor) break
    chain.push({ pid, command: ancestor.command })
    pid = ancestor.parent
  }
  const last = chain.findLastIndex(({ command }) => packageManager.test(command))
  return chain.slice(0, last + 1).map(({ pid }) => pid)
}

/** Calls back once when one of the processes is gone. Keeps nobody alive. */
export function onceGone(pids: readonly number[], callback: () => void): void {
  const timer = setInterval(() => {
    if (pids.every(isAlive)) return
    clearInterval(timer)
    callback()
  }, pauseMs)
  timer.unref()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** From the files of Linux, since slim systems have no `ps`; elsewhere from `ps`. */
function describeProcess(pid: number): Ancestor | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { parent: Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0), command }
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' })
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '') ?? []
    return parent === undefined ? undefined : { parent: Number(parent), command: command ?? '' }
  }
}
