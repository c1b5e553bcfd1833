import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import Markdown from './Markdown.tsx'

test('default', async () => {
  const screen = await render(
    <Markdown text={'**Bold** and `code`\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |'} />,
  )
  await expect.element(screen.getByText('Bold')).toBeVisible()
  expect(screen.getByText('Bold').element().tagName).toBe('STRONG')
  expect(screen.getByRole('listitem').elements()).toHaveLength(2)
  await expect.element(screen.getByRole('cell', { name: '2' })).toBeVisible()
})

test.each([
  ['a script', '<script>window.hacked = 1</script>'],
  ['an image with a handler', '<img src=x onerror="window.hacked = 1">'],
  ['a script within a sentence', 'Hello <script>window.hacked = 1</script> world'],
  ['a script in a table', '| a |\n|---|\n| <img src=x onerror="window.hacked=1"> |'],
  ['a link that runs code', '[click](javascript:window.hacked=1)'],
  ['an image that runs code', '![x](javascript:window.hacked=1)'],
])('behavior: %s stays text', async (_name, text) => {
  const screen = await render(<Markdown text={text} />)
  const { container } = screen
  expect(container.querySelector('script, img, iframe, a, [onerror]')).toBeNull()
  expect(container.textContent).not.toBe('')
  expect('hacked' in window).toBe(false)
})

test('behavior: a safe link opens apart from the page', async () => {
  const screen = await render(<Markdown text="[docs](https://example.com/)" />)
  const link = screen.getByRole('link', { name: 'docs' })
  await expect.element(link).toHaveAttribute('href', 'https://example.com/')
  await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
})

test('behavior: closed blocks are not drawn again while text arrives', async () => {
  const screen = await render(<Markdown text={'First.\n\nSecond'} />)
  const first = screen.getByText('First.').element()
  const changed = vi.fn()
  const observer = new MutationObserver(changed)
  observer.observe(first, { childList: true, subtree: true, characterData: true, attributes: true })
  await screen.rerender(<Markdown text={'First.\n\nSecond is longer.\n\nThird'} />)
  await expect.element(screen.getByText('Third')).toBeVisible()
  expect(screen.getByText('First.').element()).toBe(first)
  expect(changed).not.toHaveBeenCalled()
  observer.disconnect()
})
