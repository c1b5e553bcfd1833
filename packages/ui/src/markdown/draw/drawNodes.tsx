import { createElement, memo, type ReactNode } from 'react'
import { css } from '../../kit/css.ts'
import styles from '../markdown.module.css'
import type { HeadingNode, MarkdownElement, MarkdownNode } from '../read/nodes.ts'
import { CodeBlock } from './CodeBlock.tsx'
import { List, ListItem } from './List.tsx'
import { MarkdownLink } from './MarkdownLink.tsx'
import { Cell, Table } from './Table.tsx'

/**
 * Draws a tree of Markdown. No HTML is ever set: tags in the text, which rows and models may well contain, stay text.
 */
export function drawNodes(nodes: readonly (MarkdownNode | undefined)[]): ReactNode {
  return nodes.map((node, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: nodes are only ever added at the end
    typeof node === 'object' ? <Drawn key={index} node={node} /> : node,
  )
}

const Drawn = memo(function Drawn({ node }: { node: MarkdownElement }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p className={css(styles.paragraph)}>{drawNodes(node.children)}</p>
    case 'heading':
      return <Heading node={node} />
    case 'quote':
      return <blockquote className={css(styles.quote)}>{drawNodes(node.children)}</blockquote>
    case 'list':
      return <List node={node}>{drawNodes(node.children)}</List>
    case 'item':
      return <ListItem node={node}>{drawNodes(node.children)}</ListItem>
    case 'code':
      return <CodeBlock node={node} />
    case 'source':
      return <p className={css(styles.source)}>{node.text}</p>
    case 'rule':
      return <hr className={css(styles.rule)} />
    case 'table':
      return <Table node={node}>{drawNodes(node.children)}</Table>
    case 'cell':
      return <Cell node={node}>{drawNodes(node.children)}</Cell>
    case 'head':
    case 'body':
    case 'row':
      return createElement(tableTags[node.type], { className: css() }, drawNodes(node.children))
    case 'link':
      return <MarkdownLink href={node.href}>{drawNodes(node.children)}</MarkdownLink>
    case 'strong':
      return <strong className={css(styles.strong)}>{drawNodes(node.children)}</strong>
    case 'emphasis':
      return <em className={css(styles.emphasis)}>{drawNodes(node.children)}</em>
    case 'struck':
      return <del className={css(styles.struck)}>{drawNodes(node.children)}</del>
    case 'inlineCode':
      return <code className={css(styles.inlineCode)}>{node.text}</code>
    case 'break':
      return <br className={css()} />
  }
})

const tableTags = { head: 'thead', body: 'tbody', row: 'tr' } as const

/** Under the title of the result, whose level is three. */
function Heading({ node }: { node: HeadingNode }) {
  const tag = `h${Math.min(node.level + 3, 6)}`
  return createElement(tag, { className: css(styles.heading), 'data-level': node.level }, drawNodes(node.children))
}
