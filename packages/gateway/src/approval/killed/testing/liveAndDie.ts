import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type Life = {
  /** What lives. */
  script: URL
  /** What it is told at its start. */
  parameters: unknown
  /** Takes down what it says. */
  said: string[]
  /** Whether it dies after this line. */
  isLast(line: string): boolean
  /** It dies within so many milliseconds after that. Default 20: about as long as one wish takes from asking to being done. */
  longestPauseMs?: number | undefined
}

/** Lets one gateway live until it has said enough, and kills it a random while after that. */
export async function liveAndDie({ script, parameters, said, isLast, longestPauseMs = 20 }: Life): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(script), JSON.stringify(parameters)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit')
  let isOver = false
  for await (const line of lines) {
    if (line !== 'ready') said.push(line)
    if (isOver || !isLast(line)) continue
    isOver = true
    setTimeout(() => child.kill('SIGKILL'), Math.random() * longestPauseMs)
  }
  const [code, signal] = await ended
  if (signal !== 'SIGKILL') throw new Error(`It died by itself, with ${code}.`)
}

/** Dies after a random number of lines: by what it has done, not by the clock, so that a slow machine kills it at work too. */
export function afterSomeLines(mostLines: number): Life['isLast'] {
  let linesToLive = Math.floor(Math.random() * mostLines)
  return () => linesToLive-- === 0
}
