'use client'
import type { Autonomy } from '@lakefront/react'
import { useState } from 'react'
import { useKit } from '../kit/KitContext.ts'
import { type AutonomyDraft, draftOf, isSameDraft, readDraft } from './draft.ts'

/**
 * What somebody makes of a setting. While it is untouched it follows the setting; once it is touched it stays, and `isBehind`
 * says that somebody has set another meanwhile.
 */
export function useAutonomyDraft(setting: Autonomy) {
  const { locale } = useKit()
  const [edited, setEdited] = useState<{ from: Autonomy; draft: AutonomyDraft }>()
  const shown = draftOf(setting, locale)
  const isEdited = edited !== undefined && !isSameDraft(edited.draft, draftOf(edited.from, locale))
  const from = isEdited ? edited.from : setting
  const draft = isEdited ? edited.draft : shown
  const { limits, problems } = readDraft(draft, locale)

  return {
    draft,
    problems: draft.level === 'limited' ? problems : {},
    // At the other levels they do not count, and are kept for when they do.
    limits: draft.level === 'limited' ? limits : from.limits,
    version: from.version,
    isEdited,
    isBehind: isEdited && from.version !== setting.version,
    edit: (changed: Partial<AutonomyDraft>) => setEdited({ from, draft: { ...draft, ...changed } }),
    rebase: () => setEdited({ from: setting, draft }),
    discard: () => setEdited(undefined),
  }
}
