import type { Draft } from '../../draft/types.ts'
import type { DraftContext } from '../context.ts'

/** Whether a question only makes sense after the one before it. */
export function isElliptical(draft: Draft, { memory }: Pick<DraftContext, 'memory'>): boolean {
  if (!memory) return false
  const hasOwn = draft.measures.length > 0 || draft.verbs.length > 0 || draft.order?.term !== undefined
  if (draft.isContinued || draft.isAdded) return true
  if (draft.refersTo && draft.refersTo.entity === undefined && draft.measures.length === 0) return true
  const sortsOnly = draft.measures.length === 0 && draft.verbs.length === 0 && draft.subjects.length === 0
  return sortsOnly || (!hasOwn && draft.subjects.length === 0)
}
