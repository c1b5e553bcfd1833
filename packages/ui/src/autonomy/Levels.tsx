'use client'
import type { AutonomyLevel } from '@lakefront/react'
import { useId } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import styles from './autonomy.module.css'
import { useAutonomyWords } from './useAutonomyWords.ts'

const levels: readonly AutonomyLevel[] = ['observe', 'propose', 'limited', 'autonomous']

type LevelsProps = { level: AutonomyLevel; isLocked: boolean; onChange(level: AutonomyLevel): void }

/** The four levels, with what each means. Renders a `<fieldset>`. */
export function Levels({ level, isLocked, onChange }: LevelsProps) {
  const text = useAutonomyWords()
  const name = useId()
  return (
    <fieldset disabled={isLocked} className={css(styles.levels)}>
      <legend className={css(kitStyles.hidden)}>{text.level}</legend>
      {levels.map((each) => (
        <label key={each} className={css(styles.level)} data-checked={each === level || undefined}>
          <input
            type="radio"
            name={name}
            value={each}
            checked={each === level}
            aria-describedby={`${name}-${each}`}
            aria-label={text.levels[each].name}
            onChange={() => onChange(each)}
            className={css(styles.radio)}
          />
          <span className={css(styles.levelName)}>{text.levels[each].name}</span>
          <span id={`${name}-${each}`} className={css(styles.meaning)}>
            {text.levels[each].meaning}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
