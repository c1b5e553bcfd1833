import { resolve } from 'node:path'
import { openPages } from '../chromium/pages.ts'
import { withScriptMs } from '../chromium/scriptTime.ts'
import type { Comparison } from '../compare.ts'
import { takeTurns } from '../measure.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import type { MarkdownPage } from './page/markdownPage.tsx'

const entries = {
  ours: resolve(import.meta.dirname, 'page/lakefront.page.tsx'),
  streamdown: resolve(import.meta.dirname, 'page/streamdown.page.tsx'),
}

const wordsPerFlush = 4
/** Enough for everything to have run once. */
const warmUpWords = 400

/** A long answer while it arrives: what it costs to draw, ours and streamdown. */
export async function markdownSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const pages = await openPages(entries)
  const arm = (name: keyof typeof entries, words: number) => () =>
    pages.visit(name, async (page) => {
      const stream = (length: number) => page.ask<MarkdownPage, 'stream'>('stream', { words: length, wordsPerFlush })
      await stream(warmUpWords)
      const { result, scriptMs } = await withScriptMs(page, () => stream(words))
      const label = `${name}, ${words.toLocaleString('en')} words`
      return {
        [`${label}: scripts`]: scriptMs,
        [`${label}: long tasks`]: { value: result.count, unit: '' as const },
        [`${label}: longest task over 50 ms`]: result.longestMs,
      }
    })
  try {
    const arms = [arm('ours', 10_000), arm('ours', 20_000), arm('streamdown', 20_000)]
    return { samples: await takeTurns(arms, { repeats }), comparisons, notes: [pages.chromium] }
  } finally {
    await pages.stop()
  }
}

const comparisons: readonly Comparison[] = [
  {
    name: '20,000 words, scripts, ours / streamdown',
    over: 'ours, 20,000 words: scripts',
    under: 'streamdown, 20,000 words: scripts',
    atMost: 0.35,
  },
  {
    name: '20,000 words / 10,000 words, scripts, ours',
    over: 'ours, 20,000 words: scripts',
    under: 'ours, 10,000 words: scripts',
    atMost: 2.2,
  },
  { name: '20,000 words, long tasks, ours', over: 'ours, 20,000 words: long tasks', atMost: 0 },
]
