import type { MarkdownElement, MarkdownNode } from './nodes.ts'

/** The new tree with every part of the old one that is still the same, so that it is not drawn again. */
export function shareNodes(before: MarkdownNode | undefined, after: MarkdownNode): MarkdownNode {
  if (typeof after === 'string' || typeof before !== 'object' || before.type !== after.type) return after
  const [old, next] = [before as Shared, after as Shared]
  const children = next.children?.map((child, index) => shareNodes(old.children?.[index], child))
  const names = Object.keys(next)
  const isSame =
    names.length === Object.keys(old).length &&
    names.every((name) => (name === 'children' ? isEach(old.children, children) : old[name] === next[name]))
  if (isSame) return before
  return children ? ({ ...(after as MarkdownElement), children } as MarkdownNode) : after
}

type Shared = { children?: readonly MarkdownNode[]; [name: string]: unknown }

function isEach(old: readonly MarkdownNode[] | undefined, next: readonly MarkdownNode[] | undefined): boolean {
  return old?.length === next?.length && (next?.every((child, index) => child === old?.[index]) ?? true)
}
