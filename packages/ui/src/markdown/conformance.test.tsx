import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UnderKit } from '../../test/UnderKit.tsx'
import { differences } from './fixture/differences.ts'
import { examples } from './fixture/examples.ts'
import { outlineOfDrawn, outlineOfExpected } from './fixture/outline.ts'
import { randomFrom } from './fixture/random.ts'
import Markdown from './Markdown.tsx'

let root: Root
let container: HTMLElement
beforeEach(() => {
  container = document.createElement('div')
  document.body.append(container)
  root = createRoot(container)
})
afterEach(() => {
  root.unmount()
  container.remove()
})

/** Another key is another answer; the same key is one that goes on. */
function draw(text: string, key: string, isGrowing = false): Node {
  const markdown = <Markdown key={key} text={text} isGrowing={isGrowing} />
  flushSync(() => root.render(<UnderKit>{markdown}</UnderKit>))
  return container.cloneNode(true)
}

test('default: every example is drawn as its suite expects, but for those that are listed', () => {
  expect(examples.length).toBeGreaterThan(1_300)
  const different = examples.filter(({ name, markdown, html }) => {
    draw(markdown, name)
    return outlineOfDrawn(container) !== outlineOfExpected(html)
  })
  expect(new Set(different.map(({ name }) => name))).toEqual(differences)
})

test('behavior: however an example is cut into pieces, it ends in the same elements as when it is there at once', () => {
  const random = randomFrom(3)
  const different = examples.filter(({ name, markdown }) => {
    const whole = draw(markdown, `${name} at once`)
    for (let length = 0; length < markdown.length; length += 1 + Math.floor(random() * 12))
      draw(markdown.slice(0, length), name, true)
    return !draw(markdown, name).isEqualNode(whole)
  })
  expect(different.map(({ name }) => name)).toEqual([])
})
