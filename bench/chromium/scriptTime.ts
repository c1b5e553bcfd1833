import type { BenchPage } from './pages.ts'

/** What the profiler calls the time in which no script ran: nothing to do, or style, layout and paint. */
const withoutScript = new Set(['(idle)', '(program)', '(root)'])
const samplingMicroseconds = 1_000

/** Runs something in the page and says how long scripts ran on its main thread meanwhile, with their garbage collection. */
export async function withScriptMs<Result>({ devtools }: BenchPage, work: () => Promise<Result>) {
  await devtools.send('Profiler.enable')
  await devtools.send('Profiler.setSamplingInterval', { interval: samplingMicroseconds })
  await devtools.send('Profiler.start')
  const result = await work()
  const { profile } = await devtools.send('Profiler.stop')
  return { result, scriptMs: scriptMsOf(profile) }
}

type Profile = {
  nodes: readonly { id: number; callFrame: { functionName: string } }[]
  samples?: readonly number[]
  /** From each sample to the one before, in microseconds. */
  timeDeltas?: readonly number[]
}

/** Time of the samples that were taken while a script ran. */
export function scriptMsOf({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const scripts = new Set(
    nodes.filter(({ callFrame }) => !withoutScript.has(callFrame.functionName)).map(({ id }) => id),
  )
  const microseconds = samples.reduce((sum, id, index) => sum + (scripts.has(id) ? timeDeltas[index]! : 0), 0)
  return microseconds / 1_000
}
