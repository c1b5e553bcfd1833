'use client'
import type { Autonomy } from '@lakefront/react'
import { useSetAutonomy } from '@lakefront/react/governance'
import { Button } from '../kit/Button.tsx'
import { css, kitStyles } from '../kit/css.ts'
import { useOneAtATime } from '../kit/useOneAtATime.ts'
import { Problem } from '../states/Problem.tsx'
import styles from './autonomy.module.css'
import { Conflict } from './Conflict.tsx'
import { Levels } from './Levels.tsx'
import { Limits } from './Limits.tsx'
import { Simulated } from './Simulated.tsx'
import { useAutonomyDraft } from './useAutonomyDraft.ts'
import { useAutonomyWords } from './useAutonomyWords.ts'

/** The setting as a form. What was entered stays until it is saved or discarded. Renders a `<form>`. */
export function AutonomyForm({ setting }: { setting: Autonomy }) {
  const text = useAutonomyWords()
  const edited = useAutonomyDraft(setting)
  const { draft, limits, problems, version } = edited
  const { mutateAsync, data: saved, isPending, error, reset } = useSetAutonomy()
  const once = useOneAtATime()
  const isValid = Object.keys(problems).length === 0
  const canSave = edited.isEdited && isValid && !edited.isBehind && !isPending
  const isSaved = !edited.isEdited && saved?.version === setting.version
  const isLocked = !setting.mayChange

  function edit(changed: Parameters<typeof edited.edit>[0]) {
    if (!isPending) reset()
    edited.edit(changed)
  }

  return (
    <form
      noValidate
      className={css(styles.form)}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) once(() => mutateAsync({ level: draft.level, limits, version }).then(edited.discard))
      }}
    >
      <Levels level={draft.level} isLocked={isLocked} onChange={(level) => edit({ level })} />
      {draft.level === 'limited' && (
        <Limits
          fields={draft.fields}
          problems={problems}
          isLocked={isLocked}
          onChange={(field, value) => edit({ fields: { ...draft.fields, [field]: value } })}
        />
      )}
      <Simulated level={draft.level} limits={limits} isValid={isValid} />
      {edited.isBehind && !isPending && <Conflict setting={setting} onTake={edited.discard} onKeep={edited.rebase} />}
      {error && <Problem>{text.problems[error.code] ?? error.message}</Problem>}
      <p role="status" className={css(isSaved ? styles.saved : kitStyles.hidden)}>
        {isSaved && text.saved}
      </p>
      {!isLocked && (
        <div className={css(styles.actions)}>
          <Button type="submit" variant="primary" aria-disabled={!canSave}>
            {isPending ? text.saving : text.save}
          </Button>
          {edited.isEdited && (
            <Button variant="plain" onClick={edited.discard}>
              {text.discard}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
