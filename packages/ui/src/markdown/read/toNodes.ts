import type { Token } from 'markdown-it'
import { unescaped } from './engine.ts'
import type { MarkdownElement, MarkdownNode } from './nodes.ts'

/** Emphasis within emphasis beyond this is drawn as its text: browsers lay out deep trees on a stack. */
const deepestEmphasis = 20

type Open = { element: MarkdownElement | undefined; children: MarkdownNode[]; marks: number }

/** Tokens as a tree. What has no element of its own, such as the paragraphs of a tight list, gives its children. */
export function toNodes(tokens: readonly Token[]): MarkdownNode[] {
  const root: Open = { element: undefined, children: [], marks: 0 }
  const open = [root]
  for (const token of tokens) {
    const parent = open.at(-1)!
    if (token.nesting === 1) open.push(opened(token, parent.marks))
    else if (token.nesting === -1) close(open)
    else if (token.type === 'inline') append(parent.children, toNodes(token.children ?? []))
    else append(parent.children, leaf(token))
  }
  return root.children
}

function opened(token: Token, marksAround: number): Open {
  const children: MarkdownNode[] = []
  const marks = marksAround + (token.block ? 0 : 1)
  const element = token.hidden || marks > deepestEmphasis ? undefined : parentOf(token, children)
  return { element, children, marks }
}

function close(open: Open[]): void {
  const { element, children } = open.pop()!
  append(open.at(-1)!.children, element ? [element] : children)
}

/** Pieces of text that meet become one. */
function append(children: MarkdownNode[], more: readonly MarkdownNode[]): void {
  for (const node of more) {
    const last = children.at(-1)
    if (typeof node === 'string' && typeof last === 'string') children[children.length - 1] = last + node
    else if (node !== '') children.push(node)
  }
}

const plainParents = {
  paragraph_open: 'paragraph',
  blockquote_open: 'quote',
  strong_open: 'strong',
  em_open: 'emphasis',
  s_open: 'struck',
  table_open: 'table',
  thead_open: 'head',
  tbody_open: 'body',
  tr_open: 'row',
} as const

function parentOf(token: Token, children: MarkdownNode[]): MarkdownElement {
  switch (token.type) {
    case 'bullet_list_open':
      return { type: 'list', children }
    case 'ordered_list_open':
      return { type: 'list', start: Number(token.attrGet('start') ?? 1), children }
    case 'list_item_open':
      return { type: 'item', ...(token.meta && { done: token.meta.done === true }), children }
    case 'heading_open':
      return { type: 'heading', level: Number(token.tag.slice(1)), children }
    case 'th_open':
    case 'td_open':
      return { type: 'cell', isHeading: token.type === 'th_open', ...alignOf(token), children }
    case 'link_open':
      return { type: 'link', href: String(token.attrGet('href') ?? ''), children }
    default:
      return { type: plainParents[token.type as keyof typeof plainParents] ?? 'paragraph', children }
  }
}

function alignOf(token: Token): { align?: string } {
  const style = token.attrGet('style')
  return style === null ? {} : { align: String(style).replace('text-align:', '') }
}

function leaf(token: Token): MarkdownNode[] {
  switch (token.type) {
    case 'code_block':
      return [{ type: 'code', text: token.content, language: '' }]
    case 'fence':
      return [{ type: 'code', text: token.content, language: unescaped(token.info).trim().split(/\s/)[0] ?? '' }]
    case 'code_inline':
      return [{ type: 'inlineCode', text: token.content }]
    case 'hr':
      return [{ type: 'rule' }]
    case 'hardbreak':
      return [{ type: 'break' }]
    case 'softbreak':
      return ['\n']
    case 'image':
      return [textOf(token.children ?? [])]
    case 'html_block':
      return [{ type: 'source', text: token.content }]
    case 'reference_definition':
      return []
    default:
      return [token.content]
  }
}

/** What an image says to those who do not see it; no image is ever fetched. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => (type === 'softbreak' ? '\n' : textOfOne(content, children)))
    .join('')
}

const textOfOne = (content: string, children: Token[] | null) => (children ? textOf(children) : content)
