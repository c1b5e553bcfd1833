import type { Token } from 'markdown-it'

const taskMark = /^\[([ xX])\][ \t\n]+(?=\S)/

/** Takes the boxes off the items of a task list, and notes on each item whether its task is done. */
export function readTasks(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    if (token.type !== 'list_item_open' || tokens[index + 1]?.type !== 'paragraph_open') return
    const words = tokens[index + 2]
    const mark = words && taskMark.exec(words.content)
    if (!mark) return
    words.content = words.content.slice(mark[0].length)
    token.meta = { done: mark[1] !== ' ' }
  })
}
