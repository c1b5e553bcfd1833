'use client'
import type { Autonomy } from '@lakefront/react'
import { Button } from '../kit/Button.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from './autonomy.module.css'
import { useAutonomyWords } from './useAutonomyWords.ts'

type ConflictProps = { setting: Autonomy; onTake(): void; onKeep(): void }

/** Somebody has set another meanwhile: theirs or one's own. Renders a `<div role="alert">`. */
export function Conflict({ setting: { level, setBy, setAt }, onTake, onKeep }: ConflictProps) {
  const { format } = useKit()
  const text = useAutonomyWords()
  const { name } = text.levels[level]
  return (
    <div role="alert" className={css(styles.conflict)}>
      <p className={css()}>
        {setBy && setAt ? text.changedMeanwhile(setBy, name, format.moment(setAt)) : text.configurationChanged(name)}
      </p>
      <div className={css(styles.actions)}>
        <Button onClick={onTake}>{text.takeTheirs}</Button>
        <Button onClick={onKeep}>{text.keepMine}</Button>
      </div>
    </div>
  )
}
