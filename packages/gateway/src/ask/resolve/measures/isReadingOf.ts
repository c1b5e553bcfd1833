import type { MeasureUse, MemberRef } from '../../intent.ts'

/** Whether a term may mean a measure that is in use. */
export function isReadingOf(use: MeasureUse, term: { entries: readonly { kind: string; ref?: MemberRef }[] }): boolean {
  const ref = use.kind === 'measure' ? use.ref : use.kind === 'ratio' ? use.over : undefined
  return (
    ref !== undefined &&
    term.entries.some(
      (entry) => entry.kind === 'measure' && entry.ref?.view === ref.view && entry.ref.member === ref.member,
    )
  )
}
