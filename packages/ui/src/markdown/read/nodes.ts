type Parent<type extends string> = { type: type; children: readonly MarkdownNode[] }

export type LinkNode = Parent<'link'> & { href: string }
export type ListNode = Parent<'list'> & {
  /** Number of the first item; without it, items have bullets. */
  start?: number
}
export type ItemNode = Parent<'item'> & {
  /** Whether the task is done; without it, the item is no task. */
  done?: boolean
}
export type HeadingNode = Parent<'heading'> & { level: number }
export type CellNode = Parent<'cell'> & { isHeading: boolean; align?: string }
export type TableNode = Parent<'table'>
export type CodeNode = { type: 'code'; text: string; language: string }

/** What is drawn as one element. */
export type MarkdownElement =
  | Parent<'paragraph' | 'quote' | 'strong' | 'emphasis' | 'struck' | 'head' | 'body' | 'row'>
  | LinkNode
  | ListNode
  | ItemNode
  | HeadingNode
  | TableNode
  | CellNode
  | CodeNode
  | { type: 'inlineCode' | 'source'; text: string }
  | { type: 'break' | 'rule' }

/** A piece of text, or what is drawn as one element. */
export type MarkdownNode = string | MarkdownElement
