import { type ComponentType, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expose } from '../../chromium/page/expose.ts'
import { nextTask, untilPainted } from '../../chromium/page/frames.ts'
import { type LongTasks, watchLongTasks } from '../../chromium/page/watchLongTasks.ts'
import { flushesOf } from './longAnswer.ts'

type StreamOptions = { words: number; wordsPerFlush: number }

/** What a page with one renderer can be asked. */
export type MarkdownPage = {
  /** Draws an answer as it grows, a flush a task, until the end is painted. */
  stream(options: StreamOptions): Promise<LongTasks>
}

export type Renderer = ComponentType<{ text: string; isGrowing: boolean }>

/** Makes a page with a renderer of Markdown. */
export function exposeRenderer(Renderer: Renderer): void {
  const root = createRoot(document.getElementById('root')!)
  let draw: (answer: { text: string; isGrowing: boolean }) => void

  function Answer() {
    const [answer, setAnswer] = useState({ text: '', isGrowing: true })
    draw = setAnswer
    return <Renderer {...answer} />
  }

  async function stream(options: StreamOptions): Promise<LongTasks> {
    const flushes = flushesOf(options)
    flushSync(() => root.render(<Answer key={options.words} />))
    const longTasks = watchLongTasks()
    for (const text of flushes) {
      flushSync(() => draw({ text, isGrowing: true }))
      await nextTask()
    }
    const whole = flushes.at(-1)!
    draw({ text: whole, isGrowing: false })
    const wanted = whole.match(/^## /gm)!.length
    await untilPainted(() => document.querySelectorAll('h1, h2, h3, h4, h5, h6').length === wanted)
    return longTasks.end()
  }
  expose({ stream } satisfies MarkdownPage)
}
