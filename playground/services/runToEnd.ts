import { spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * Runs a script that does something and ends.
 *
 * @param what - What it makes, for the message when it fails.
 * @param onProgress - Told each line that it says about itself.
 * @throws Error with its last words when it fails.
 */
export async function runToEnd(
  what: string,
  script: string,
  args: readonly string[],
  onProgress: (message: string) => void,
): Promise<void> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const end = () => child.kill()
  process.once('exit', end)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000)
    onProgress(text.trimEnd())
  })
  const [code] = await once(child, 'close')
  process.off('exit', end)
  if (code !== 0) throw new Error(`The ${what} could not be made (code ${code}):\n${said}`)
}
