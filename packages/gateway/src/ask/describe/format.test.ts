import { expect, test } from 'vitest'
import { escapeMarkdown } from './format.ts'

test.each([
  ['Great Lakes Fastener & Supply', 'Great Lakes Fastener & Supply'],
  ['Smith & Co; R&D', 'Smith & Co; R&D'],
  ['AT&T; Sons', 'AT&amp;T; Sons'],
  ['&#60;b&#62;', '&amp;#60;b&amp;#62;'],
  ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
  ['> quoted', '&gt; quoted'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['[link](http://x)', '\\[link\\](http://x)'],
  ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
  ['two\nlines', 'two lines'],
  ['Bolts (Ohio) #1!', 'Bolts (Ohio) #1!'],
])('%s', (text, expected) => {
  expect(escapeMarkdown(text)).toBe(expected)
})
