import { expect, test } from 'vitest'
import { withoutMarkdown } from './withoutMarkdown.ts'

test.each([
  ['signs', '**42** accounts, `sum(x)`, ~~none~~', '42 accounts, sum(x), none'],
  [
    'escaped signs are letters',
    String.raw`part\_no \*new\* alert\('x'\) C:\\`,
    String.raw`part_no *new* alert('x') C:\ `.trim(),
  ],
  ['references', 'Bolt &amp; Nut &lt;script&gt;', 'Bolt & Nut <script>'],
])('behavior: %s', (_name, text, plain) => {
  expect(withoutMarkdown(text)).toBe(plain)
})
