import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { UnderKit } from '../../test/UnderKit.tsx'
import Markdown from './Markdown.tsx'

async function draw(text: string, isGrowing = false) {
  const under = (next: string) => (
    <UnderKit>
      <Markdown text={next} isGrowing={isGrowing} />
    </UnderKit>
  )
  const screen = await render(under(text))
  return { screen, container: screen.container, grow: (next: string) => screen.rerender(under(next)) }
}

test('default', async () => {
  const { screen } = await draw('**Bold** and `code`\n\n- one\n- two\n\n| Year | Margin |\n|---|--:|\n| 2025 | 2 |')
  await expect.element(screen.getByText('Bold')).toBeVisible()
  expect(screen.getByText('Bold').element().tagName).toBe('STRONG')
  expect(screen.getByRole('listitem').elements()).toHaveLength(2)
  await expect.element(screen.getByRole('table', { name: 'Table: Year, Margin' })).toBeVisible()
  await expect.element(screen.getByRole('columnheader', { name: 'Margin' })).toBeVisible()
  await expect.element(screen.getByRole('cell', { name: '2', exact: true })).toHaveAttribute('data-align', 'right')
})

const written = [
  'a',
  'blockquote',
  'br',
  'button',
  'caption',
  'code',
  'del',
  'div',
  'em',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'path',
  'pre',
  'span',
  'strong',
  'svg',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
]

test.each([
  ['a script', '<script>window.hacked = 1</script>'],
  ['an image with a handler', '<img src=x onerror="window.hacked = 1">'],
  ['a script within a sentence', 'Hello <script>window.hacked = 1</script> world'],
  ['a script in a table', '| a |\n|---|\n| <img src=x onerror="window.hacked=1"> |'],
  ['a frame', '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>'],
  ['a drawing with a handler', '<svg><animate onbegin="window.hacked=1" attributeName=x dur=1s></svg>'],
  ['styles', '<style>body { display: none }</style>'],
  ['a form', '<form action="https://evil.example"><input name=password></form>'],
  ['a tag that is never closed', '<a href="javascript:window.hacked=1" '],
  ['a tag within a comment', '<!-- --><script>window.hacked=1</script> -->'],
  ['a link that runs code', '[click](javascript:window.hacked=1)'],
  ['a link whose scheme is written as references', '[click](&#106;avascript&colon;window.hacked=1)'],
  ['a link whose scheme is percent-encoded', '[click](javascript%3Awindow.hacked=1)'],
  ['a link whose scheme holds control characters', '[click](<\u0001java\tscript:window.hacked=1>)'],
  ['a link with data', '[click](data:text/html;base64,PHNjcmlwdD4=)'],
  ['a link in angle brackets', '<javascript:window.hacked=1>'],
  ['a definition that runs code', '[click]\n\n[click]: javascript:window.hacked=1'],
  ['a link title with a handler', '[x](https://example.com \'" onmouseover="window.hacked=1\')'],
  ['a language with a handler', '```"><img/src=x/onerror=window.hacked=1>\nx\n```'],
  ['an image that runs code', '![x](javascript:window.hacked=1)'],
  ['an image that tells that it was seen', '![x](https://evil.example/seen.png)'],
  ['a label that is a name of every object', '[__proto__] [constructor] [toString]'],
])('behavior: %s does nothing', async (_name, text) => {
  const { container } = await draw(text)
  const elements = [...container.querySelectorAll('*')]
  expect(elements.map(({ tagName }) => tagName.toLowerCase()).filter((tag) => !written.includes(tag))).toEqual([])
  const attributes = elements.flatMap((element) => [...element.attributes])
  expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'src' || name === 'style')).toEqual([])
  const hrefs = [...container.querySelectorAll('a')].map(({ protocol }) => protocol)
  expect(hrefs.filter((protocol) => !protocol.startsWith('http'))).toEqual([])
  expect(container.textContent).not.toBe('')
  expect('hacked' in window).toBe(false)
})

test.each([
  ['quotes', '> '.repeat(10_000)],
  ['lists', '- '.repeat(10_000)],
  [
    'lists, one deeper on each line',
    Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
  ],
  ['emphasis', `${'*a **b '.repeat(5_000)}${'c** d* '.repeat(5_000)}`],
  ['brackets', `${'['.repeat(20_000)}a${']'.repeat(20_000)}`],
  ['images', '![[]('.repeat(10_000)],
])('behavior: ten thousand levels of %s are shown, and not on a deep tree', async (_name, text) => {
  const { container } = await draw(`${text}the end`)
  await expect.poll(() => container.textContent, { timeout: 10_000 }).toContain('the end')
  expect(depthOf(container)).toBeLessThan(80)
})

test.each([
  ['one line', 'word '.repeat(200_000)],
  ['one word', 'x'.repeat(1_000_000)],
  ['backticks', Array.from({ length: 1_400 }, (_, count) => `e${'`'.repeat(count)}`).join('')],
  ['emphasis that never closes', '*a '.repeat(60_000)],
  ['links that never close', '[a]('.repeat(20_000)],
  ['tags that never close', '<a '.repeat(50_000)],
  ['references to one label', `${'[a] '.repeat(20_000)}\n\n[a]: https://example.com`],
])('behavior: as much as nobody reads is read to its end: %s', async (_name, text) => {
  const { createReader } = await import('./read/createReader.ts')
  const nodes = createReader().read(`${text}\n\nthe end`, true).pages.flat()
  expect(nodes.at(-1)).toEqual({ type: 'paragraph', children: ['the end'] })
})

test('behavior: what is there at once is drawn in pieces, to its end', async () => {
  const lengths = [0]
  const look = () => lengths.push(document.body.textContent?.length ?? 0)
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  const { container } = await draw(`${'A sentence of words.\n\n'.repeat(1_000)}The end`)
  await expect.poll(() => container.textContent, { timeout: 10_000 }).toMatch(/The end$/)
  observer.disconnect()
  const steps = lengths.map((length, index) => length - (lengths[index - 1] ?? 0))
  expect(Math.max(...steps)).toBeLessThan(6_500)
})

test('behavior: what is left unread of a very long block is shown as it came', async () => {
  const rows = '- an item of a list without end\n'.repeat(560)
  const { container, grow } = await draw('- an', true)
  for (let length = 5_000; length < rows.length; length += 5_000) await grow(rows.slice(0, length))
  await grow(`${rows}- **one`)
  await grow(`${rows}- **one** more`)
  expect(container.textContent).toContain('**one** more')
})

test('behavior: a link away from the page is marked and opens apart from it', async () => {
  const { screen } = await draw('[docs](https://example.com/) and [accounts](/accounts) and www.example.com')
  const link = screen.getByRole('link', { name: 'docs (opens in a new tab)' })
  await expect.element(link).toHaveAttribute('href', 'https://example.com/')
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer nofollow')
  await expect.element(link).toHaveAttribute('target', '_blank')
  await expect.element(link).toHaveAttribute('title', 'example.com')
  const own = screen.getByRole('link', { name: 'accounts', exact: true })
  await expect.element(own).not.toHaveAttribute('target')
  await expect.element(screen.getByRole('link', { name: 'www.example.com (opens in a new tab)' })).toBeVisible()
})

test('behavior: code is named and copied as it is written', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const { screen } = await draw('```sql\nselect *\n  from orders\n```')
  await expect.element(screen.getByRole('group', { name: 'Code, sql' })).toHaveAttribute('tabindex', '0')
  await screen.getByRole('button', { name: 'Copy code' }).click()
  expect(copied).toHaveBeenCalledWith('select *\n  from orders\n')
  await expect.element(screen.getByRole('status')).toHaveTextContent('Copied')
})

test('behavior: tasks say whether they are done', async () => {
  const { screen } = await draw('- [x] Cleveland\n- [ ] Erie\n- [x](/not-a-task)')
  await expect.element(screen.getByRole('img', { name: 'Done:' })).toBeVisible()
  await expect.element(screen.getByRole('img', { name: 'To do:' })).toBeVisible()
  expect(screen.getByRole('img').elements()).toHaveLength(2)
})

test('behavior: closed blocks are not drawn again while text arrives', async () => {
  const { screen, grow } = await draw('First.\n\nSecond', true)
  const first = screen.getByText('First.').element()
  const changed = vi.fn()
  const observer = new MutationObserver(changed)
  observer.observe(first, { childList: true, subtree: true, characterData: true, attributes: true })
  await grow('First.\n\nSecond is longer.\n\nThird')
  await expect.element(screen.getByText('Third')).toBeVisible()
  expect(screen.getByText('First.').element()).toBe(first)
  expect(changed).not.toHaveBeenCalled()
  observer.disconnect()
})

function depthOf(element: Element): number {
  return 1 + Math.max(0, ...[...element.children].map(depthOf))
}
