import type { Token, Tokens } from 'marked'
import { memo, type ReactNode } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import { decodeEntities } from './decodeEntities.ts'
import styles from './markdown.module.css'
import { safeHref } from './safeHref.ts'

/**
 * Draws one token as React elements. No HTML is ever set: tags in the text, which rows and models may well contain,
 * stay text.
 */
export const MarkdownBlock = memo(function MarkdownBlock({ token }: { token: Token }): ReactNode {
  const draw = drawings[token.type] as ((token: Token) => ReactNode) | undefined
  return draw ? draw(token) : token.raw
})

const drawings: { [type: string]: (token: never) => ReactNode } = {
  space: () => null,
  def: () => null,
  hr: () => <hr className={css(styles.rule)} />,
  br: () => <br className={css()} />,
  paragraph: (token: Tokens.Paragraph) => <p className={css(styles.paragraph)}>{inside(token)}</p>,
  heading: (token: Tokens.Heading) => <p className={css(styles.heading)}>{inside(token)}</p>,
  blockquote: (token: Tokens.Blockquote) => <blockquote className={css(styles.quote)}>{inside(token)}</blockquote>,
  code: (token: Tokens.Code) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are reached by scrolling
    <pre className={css(styles.code)} tabIndex={0}>
      {token.text}
    </pre>
  ),
  list: (token: Tokens.List) => <MarkdownList token={token} />,
  table: (token: Tokens.Table) => <MarkdownTable token={token} />,
  text: (token: Tokens.Text) => (token.tokens ? inside(token) : decodeEntities(token.text)),
  escape: (token: Tokens.Escape) => decodeEntities(token.text),
  strong: (token: Tokens.Strong) => <strong className={css(styles.strong)}>{inside(token)}</strong>,
  em: (token: Tokens.Em) => <em className={css(styles.emphasis)}>{inside(token)}</em>,
  del: (token: Tokens.Del) => <s className={css(styles.struck)}>{inside(token)}</s>,
  codespan: (token: Tokens.Codespan) => <code className={css(styles.inlineCode)}>{token.text}</code>,
  link: (token: Tokens.Link) => <MarkdownLink token={token} />,
  image: (token: Tokens.Image) => token.text,
}

function inside({ tokens = [] }: { tokens?: Token[] | undefined }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: tokens are only ever added at the end
  return tokens.map((token, index) => <MarkdownBlock key={index} token={token} />)
}

function MarkdownLink({ token }: { token: Tokens.Link }) {
  const href = safeHref(token.href)
  if (href === undefined) return <>{inside(token)}</>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={css(kitStyles.link)}>
      {inside(token)}
    </a>
  )
}

function MarkdownList({ token }: { token: Tokens.List }) {
  const List = token.ordered ? 'ol' : 'ul'
  return (
    <List className={css(styles.list)} data-ordered={token.ordered || undefined} start={token.start || undefined}>
      {token.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items are only ever added at the end
        <li key={index} className={css(styles.item)}>
          {inside(item)}
        </li>
      ))}
    </List>
  )
}

function MarkdownTable({ token }: { token: Tokens.Table }) {
  const cells = (row: Tokens.TableCell[], Cell: 'th' | 'td') =>
    row.map((cell, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
      <Cell key={index} className={css(styles.cell)} data-align={cell.align ?? undefined}>
        {inside(cell)}
      </Cell>
    ))
  return (
    <table className={css(styles.table)}>
      <thead className={css()}>
        <tr className={css()}>{cells(token.header, 'th')}</tr>
      </thead>
      <tbody className={css()}>
        {token.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
          <tr key={index} className={css()}>
            {cells(row, 'td')}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
