'use client'
import type { AutonomyLevel, AutonomyLimits, Simulation } from '@lakefront/react'
import { useAutonomySimulation } from '@lakefront/react/governance'
import { useId, useState } from 'react'
import formStyles from '../form/form.module.css'
import { css, kitStyles } from '../kit/css.ts'
import { useKit } from '../kit/KitContext.ts'
import { Problem } from '../states/Problem.tsx'
import styles from './autonomy.module.css'
import { Examples } from './Examples.tsx'
import { useAutonomyWords } from './useAutonomyWords.ts'

const spans = [7, 30, 90]

type SimulatedProps = { level: AutonomyLevel; limits: AutonomyLimits; isValid: boolean }

/**
 * What the setting would have done with past requests, from the record. Nothing for those who may not know. Renders a
 * `<div role="group">`.
 */
export function Simulated({ level, limits, isValid }: SimulatedProps) {
  const { messages, format } = useKit()
  const text = useAutonomyWords()
  const id = useId()
  const [days, setDays] = useState(7)
  const { data, error, isPlaceholderData } = useAutonomySimulation(isValid ? { level, limits, days } : { days })
  if (error?.code === 'forbidden') return null

  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields that would be sent
    <div role="group" aria-label={text.simulated} className={css(styles.simulated)}>
      <div className={css(styles.simulatedBar)}>
        <h3 className={css(styles.legend)}>{text.simulated}</h3>
        <label htmlFor={id} className={css(formStyles.label)}>
          {text.days}
        </label>
        <select
          id={id}
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
          className={css(formStyles.control, formStyles.select, styles.days)}
        >
          {spans.map((span) => (
            <option key={span} value={span} className={css()}>
              {text.lastDays(format.count(span))}
            </option>
          ))}
        </select>
      </div>
      {error && <Problem>{messages.errors[error.code] ?? error.message}</Problem>}
      <div aria-live="polite" aria-busy={isPlaceholderData} className={css(styles.sentence)}>
        {data ? <Sentence simulation={data} days={days} /> : !error && <span>{text.simulating}</span>}
        {isPlaceholderData && data && <span className={css(kitStyles.spinner)} />}
      </div>
      {data && data.examples.length > 0 && <Examples simulation={data} />}
    </div>
  )
}

function Sentence({ simulation, days }: { simulation: Simulation; days: number }) {
  const { format } = useKit()
  const text = useAutonomyWords()
  const { requests, allowed, asked, denied, allowedCostUsd } = simulation
  if (requests === 0) return <p className={css()}>{text.nothingToSimulate(format.count(days))}</p>
  const cost = allowedCostUsd === null ? text.costUnknown : format.cost(allowedCostUsd)
  return (
    <p className={css()}>
      <strong className={css(styles.strong)}>
        {text.wouldHave(
          format.count(allowed),
          format.count(requests),
          format.count(days),
          allowed === 0 ? undefined : cost,
        )}
      </strong>{' '}
      {text.others(format.count(asked), format.count(denied), denied)}
    </p>
  )
}
