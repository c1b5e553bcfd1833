import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { findPackageManagers, onceGone } from './packageManagers.ts'

const chainOf = (...commands: string[]) => {
  const table = new Map(
    commands.map((command, index) => {
      const pid = index === 0 ? process.ppid : 900_000 + index
      return [pid, { command, parent: 900_001 + index }]
    }),
  )
  return (pid: number) => table.get(pid)
}

test('default', () => {
  const describe = chainOf(
    'sh -c node playground/start.ts',
    'node /usr/bin/pnpm run play',
    'npm exec pnpm@12.21.0 run play',
    'sh -c npx --yes pnpm@12.21.0 run play',
    'npm start',
    '-bash',
    'sshd: ada',
  )
  expect(findPackageManagers(describe)).toEqual([process.ppid, 900_001, 900_002, 900_003, 900_004])
})

test.each([[['-bash']], [['bash /home/ada/npm-tools/run.sh', 'sshd']], [[]]])(
  'behavior: started by hand from %s, nobody is watched',
  (commands) => {
    expect(findPackageManagers(chainOf(...commands))).toEqual([])
  },
)

test('behavior: says so once when one of them is gone', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const onEnd = vi.fn()
  onceGone([process.pid, child.pid!], onEnd)
  child.kill('SIGKILL')
  await once(child, 'close')
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce(), { timeout: 5_000 })
})
