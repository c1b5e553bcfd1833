import { resolve } from 'node:path'
import { type BenchPage, openPages } from '../chromium/pages.ts'
import type { Comparison } from '../compare.ts'
import { type Figures, percentileOf, takeTurns } from '../measure.ts'
import type { Measured, SuiteOptions } from '../suite.ts'
import type { ConversationPage } from './page/conversation.page.tsx'

const warmUpTurns = 5
const frames = 120

/** A long conversation: how it opens and scrolls, and what it puts into the page, against a short one. */
export async function conversationSuite({ repeats }: SuiteOptions): Promise<Measured> {
  const pages = await openPages({ panel: resolve(import.meta.dirname, 'page/conversation.page.tsx') })
  try {
    const arms = [50, 500].map((turnCount) => () => pages.visit('panel', (page) => tryOpening(page, turnCount)))
    return { samples: await takeTurns(arms, { repeats, warmUps: 0 }), comparisons, notes: [pages.chromium] }
  } finally {
    await pages.stop()
  }
}

async function tryOpening({ ask }: BenchPage, turnCount: number): Promise<Figures> {
  await ask<ConversationPage, 'open'>('open', warmUpTurns)
  await ask<ConversationPage, 'close'>('close')
  const opened = await ask<ConversationPage, 'open'>('open', turnCount)
  const scrolled = await ask<ConversationPage, 'scrollBack'>('scrollBack', frames)
  const mostElements = await ask<ConversationPage, 'scrollThrough'>('scrollThrough')
  const figures: Figures = {
    open: opened.timeMs,
    'open, longest task over 50 ms': opened.longTasks.longestMs,
    'open, elements in the page': { value: opened.elements, unit: '' },
    'scroll frame p95': percentileOf(scrolled.frameMs, 0.95),
    'scroll, longest task over 50 ms': scrolled.longTasks.longestMs,
    'scroll, frames with answers late': { value: scrolled.lateFrames, unit: '' },
    'scrolled through, most elements in the page': { value: mostElements, unit: '' },
  }
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`${turnCount} turns: ${name}`, figure]))
}

const comparisons: readonly Comparison[] = [
  ...['open', 'open, elements in the page', 'scroll frame p95', 'scrolled through, most elements in the page'].map(
    (figure) => ({
      name: `${figure}, 500 turns / 50`,
      over: `500 turns: ${figure}`,
      under: `50 turns: ${figure}`,
    }),
  ),
  ...['open', 'scroll'].map((phase) => ({
    name: `500 turns: ${phase}, longest task over 50 ms`,
    over: `500 turns: ${phase}, longest task over 50 ms`,
    atMost: 0,
  })),
]
