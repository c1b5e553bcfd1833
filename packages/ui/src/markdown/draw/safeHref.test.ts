import { expect, test } from 'vitest'
import { safeHref } from './safeHref.ts'

const origin = 'https://crm.example'

test.each([
  ['https://example.com/a?b=1', { leavesTo: 'example.com' }],
  ['http://example.com:8080', { leavesTo: 'example.com:8080' }],
  ['//evil.example/path', { leavesTo: 'evil.example' }],
  ['\\\\evil.example', { leavesTo: 'evil.example' }],
  ['/\t/evil.example', { leavesTo: 'evil.example' }],
  ['https://crm.example.evil.example', { leavesTo: 'crm.example.evil.example' }],
  ['https://crm.example/accounts/1', {}],
  ['/accounts/1', {}],
  ['#margin', {}],
  ['mailto:dana@example.com', {}],
  ['tel:+12165550100', {}],
])('behavior: %j may be followed', (href, safe) => {
  expect(safeHref(href, origin)).toEqual(safe)
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript\t:alert(1)',
  'data:text/html,<script>1</script>',
  'vbscript:x',
  'blob:https://crm.example/1',
  'file:///etc/passwd',
  'intent://x#Intent;end',
  'https://crm.example@evil.example/',
  'https://:secret@evil.example/',
  'https://',
  'http://[::1',
])('behavior: %j may not be followed', (href) => {
  expect(safeHref(href, origin)).toBeUndefined()
})
