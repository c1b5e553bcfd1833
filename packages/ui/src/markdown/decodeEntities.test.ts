import { expect, test } from 'vitest'
import { decodeEntities } from './decodeEntities.ts'

test.each([
  ['Fastener &amp; Supply', 'Fastener & Supply'],
  ['&lt;script&gt;', '<script>'],
  ['&#8217;&#x27;', "’'"],
  ['&unknown; & co', '&unknown; & co'],
  ['&#0;', '&#0;'],
])('behavior: %j reads %j', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded)
})
