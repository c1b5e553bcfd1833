'use client'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useApprovalWords } from '../useApprovalWords.ts'
import styles from './approval-inbox.module.css'

export type Which = 'open' | 'ended'

const choices: readonly Which[] = ['open', 'ended']

type TabsProps = {
  which: Which
  /** How many there are in the chosen list, once that is known. */
  count: string | undefined
  onChange(which: Which): void
}

/** What waits, or what was decided. Renders a `<div role="group">`. */
export function Tabs({ which, count, onChange }: TabsProps) {
  const text = useApprovalWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, of which one is pressed
    <div role="group" aria-label={text.show} className={css(styles.tabs)}>
      {choices.map((choice) => {
        const name = text.which[choice]
        return (
          <Button key={choice} variant="plain" aria-pressed={choice === which} onClick={() => onChange(choice)}>
            {choice === which && count !== undefined ? text.withCount(name, count) : name}
          </Button>
        )
      })}
    </div>
  )
}
