'use client'
import type { SimulatedRequest, Simulation } from '@lakefront/react'
import { Fold } from '../fold/Fold.tsx'
import { css } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import styles from './autonomy.module.css'
import { useAutonomyWords } from './useAutonomyWords.ts'

/** The requests one by one, with what would have become of each and why. Renders a `<details>`. */
export function Examples({ simulation: { requests, examples } }: { simulation: Simulation }) {
  const { format } = useKit()
  const text = useAutonomyWords()
  return (
    <Fold summary={text.which}>
      <ul className={css(styles.examples)}>
        {examples.map((example) => (
          <Example key={example.requestId} example={example} />
        ))}
      </ul>
      {examples.length < requests && (
        <p className={css(styles.hint)}>{text.firstOf(format.count(examples.length), format.count(requests))}</p>
      )}
    </Fold>
  )
}

function Example({ example }: { example: SimulatedRequest }) {
  const { messages, format } = useKit()
  const text = useAutonomyWords()
  const { title, verdict, because, costUsd, requestedBy, createdAt } = example
  const cost = costUsd === null ? messages.unknown : text.costAtMost(format.cost(costUsd))
  return (
    <li className={css(styles.example)}>
      <p className={css()}>
        <span className={css(styles.verdict)} data-verdict={verdict}>
          {text.verdicts[verdict]}
        </span>{' '}
        {title}
      </p>
      <p className={css(styles.hint)}>
        {text.requestedBy(requestedBy, format.moment(createdAt))}
        {costUsd !== 0 && ` · ${cost}`} · {because.join(' ')}
      </p>
    </li>
  )
}
