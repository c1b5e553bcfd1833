import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const watch = new URL('./endWhenStuck.ts', import.meta.url).href

async function run(source: string) {
  const code = `import { endWhenStuck } from ${JSON.stringify(watch)}\nendWhenStuck(400)\n${source}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code])
  const said = text(child.stderr)
  const [exitCode, signal] = await once(child, 'close')
  return { exitCode, signal, said: await said }
}

test('default', { timeout: 20_000 }, async () => {
  const { signal, said } = await run('setTimeout(() => { for (;;) {} }, 100)')
  expect(signal).toBe('SIGKILL')
  expect(said).toContain('One statement took longer than 0.4 s')
})

test('behavior: leaves one alone that only waits, and keeps nobody alive', { timeout: 20_000 }, async () => {
  expect(await run('setTimeout(() => {}, 1_500)')).toEqual({ exitCode: 0, signal: null, said: '' })
})
