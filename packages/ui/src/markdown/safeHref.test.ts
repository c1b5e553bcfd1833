import { expect, test } from 'vitest'
import { decodeEntities } from './decodeEntities.ts'
import { safeHref } from './safeHref.ts'

test.each([
  ['https://example.com/a?b=1', 'https://example.com/a?b=1'],
  ['mailto:dana@example.com', 'mailto:dana@example.com'],
  ['javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['data:text/html,<script>1</script>', undefined],
  ['vbscript:x', undefined],
  ['/relative', undefined],
  ['//evil.example', undefined],
])('behavior: %j leads to %s', (href, safe) => {
  expect(safeHref(href)).toBe(safe)
})

test.each([
  ['Fastener &amp; Supply', 'Fastener & Supply'],
  ['&lt;script&gt;', '<script>'],
  ['&#8217;&#x27;', "’'"],
  ['&unknown; & co', '&unknown; & co'],
  ['&#0;', '&#0;'],
])('behavior: %j reads %j', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded)
})
