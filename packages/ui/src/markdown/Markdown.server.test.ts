import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { UnderKit } from '../../test/UnderKit.tsx'
import Markdown from './Markdown.tsx'

test('behavior: an answer is drawn where there is no browser', () => {
  const text = '**18.4 M** in [total](https://example.com)\n\n```sql\nselect 1\n```'
  const html = renderToString(createElement(UnderKit, null, createElement(Markdown, { text })))
  expect('window' in globalThis).toBe(false)
  expect(html).toMatch(/<strong[^>]*>18\.4 M<\/strong>/)
  expect(html).toContain('href="https://example.com"')
  expect(html).toContain('select 1')
})
