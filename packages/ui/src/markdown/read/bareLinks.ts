import type MarkdownIt from 'markdown-it'

type LinkFinder = InstanceType<typeof MarkdownIt>['linkify']

/**
 * Which addresses without any markup become links: those with `http://`, `https://` or `www.` before them, and e-mail
 * addresses. Not every name with a dot: `orders.to` is a column far more often than a site.
 */
export function linkBareAddresses(finder: LinkFinder): void {
  finder.set({ fuzzyLink: false })
  finder.add('www.', {
    validate: (text, position, self) => {
      const length = self.testSchemaAt(
        `http://www.${text.slice(position, position + longest)}`,
        'http:',
        'http:'.length,
      )
      return Math.max(0, length - '//www.'.length)
    },
    normalize: (match) => {
      match.url = `http://${match.url}`
    },
  })
}

/** No address is longer than this; looking further would cost the square of a long line. */
const longest = 2_048
