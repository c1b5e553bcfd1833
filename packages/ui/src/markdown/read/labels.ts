import type { Block, Outline } from './blocks.ts'
import type { Reference, References } from './engine.ts'

/** What link labels lead to, and which closed blocks would be drawn otherwise if a label led elsewhere. */
export type Labels = {
  /** Defined in closed blocks: these stay. */
  closed: References
  /** Defined in open blocks: these may yet become something else. */
  open: References
  /** Places of closed blocks, by the labels that they looked up and that no closed block defines. */
  waiting: Map<string, Set<number>>
}

export const noLabels = (): Labels => ({ closed: Object.create(null), open: Object.create(null), waiting: new Map() })

/** Definitions to be added to those that stay, without touching them. */
export const definitionsOver = (closed: References): References => Object.create(closed)

/** Keeps the definitions of blocks that closed. Returns their labels. */
export function closeLabels(closed: References, outlines: readonly Outline[], found: References): string[] {
  const defined = outlines.flatMap(({ tokens }) => tokens.filter(({ type }) => type === 'reference_definition'))
  const labels = defined.map(({ meta }) => String(meta?.label)).filter((label) => !(label in closed))
  for (const label of labels) closed[label] = found[label]!
  return labels
}

/** Notes for which labels a closed block waits. */
export function awaitLabels({ closed, waiting }: Labels, { labels }: Block, place: number): void {
  for (const label of labels) {
    if (label in closed) continue
    waiting.set(label, (waiting.get(label) ?? new Set()).add(place))
  }
}

/** Takes over what is defined now. Returns the places of closed blocks for which that makes a difference. */
export function learnLabels(labels: Labels, known: References, justClosed: readonly string[]): Set<number> {
  const touched = new Set([...Object.keys(labels.open), ...Object.keys(known), ...justClosed])
  const changed = [...touched].filter((label) => !isSame(ownOf(labels.open, label), known[label]))
  const places = new Set(changed.flatMap((label) => [...(labels.waiting.get(label) ?? [])]))
  labels.open = known
  for (const label of justClosed) labels.waiting.delete(label)
  return places
}

const ownOf = (references: References, label: string) =>
  Object.hasOwn(references, label) ? references[label] : undefined

const isSame = (one: Reference | undefined, other: Reference | undefined) =>
  one?.href === other?.href && one?.title === other?.title
