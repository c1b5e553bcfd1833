import type { BenchPage } from './pages.ts'

/** Runs something in the page and says how long scripts ran on its main thread meanwhile, apart from drawing. */
export async function withScriptMs<Result>({ devtools }: BenchPage, work: () => Promise<Result>) {
  await devtools.send('Performance.enable')
  const before = await scriptMs(devtools)
  const result = await work()
  return { result, scriptMs: (await scriptMs(devtools)) - before }
}

async function scriptMs(devtools: BenchPage['devtools']): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1_000
}
