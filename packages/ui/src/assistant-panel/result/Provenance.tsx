'use client'
import type { Lineage } from '@lakefront/react'
import { columnTitle } from '../../format/cell.ts'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useResultTable } from '../../result-table/ResultTableContext.ts'
import { Statement } from '../steps/Statement.tsx'
import { useTurn } from '../turn/TurnContext.ts'
import styles from './result.module.css'

/** Where the rows come from: in a sentence, by source, by column, and as the statements that ran. Renders a `<div>`. */
export function Provenance({ id }: { id: string }) {
  const { messages, format } = useKit()
  const { explanation, lineage, steps, cost, restored } = useTurn()
  return (
    <div id={id} className={css(styles.provenance)}>
      {explanation && <p className={css(styles.explanation)}>{explanation}</p>}
      {lineage && <Sources lineage={lineage} />}
      {lineage && <Columns lineage={lineage} />}
      {steps.map((step) => step.sql && <Statement key={step.id} step={step} />)}
      {restored && <p className={css(styles.from)}>{messages.valuesNotKept}</p>}
      {cost?.estimate.basis && <p className={css(styles.from)}>{messages.estimatedBy(cost.estimate.basis)}</p>}
      {cost?.pricesAsOf && <p className={css(styles.from)}>{messages.priceDate(format.date(cost.pricesAsOf))}</p>}
    </div>
  )
}

function Sources({ lineage }: { lineage: Lineage }) {
  const { messages, format } = useKit()
  return (
    <dl className={css(styles.facts)}>
      <dt className={css(styles.factTitle)}>{messages.sources}</dt>
      {lineage.sources.map(({ source, title, tables, readAt }) => (
        <dd key={source} className={css(styles.fact)}>
          {title} <code className={css(styles.code)}>{tables.join(', ')}</code>{' '}
          <span className={css(styles.from)}>{messages.readAt(format.timeOfDay(readAt))}</span>
        </dd>
      ))}
    </dl>
  )
}

function Columns({ lineage }: { lineage: Lineage }) {
  const { messages } = useKit()
  const { columns } = useResultTable()
  const titles = new Map(columns.map((column) => [column.name, columnTitle(column)]))
  const shown = lineage.columns.filter(({ column }) => titles.has(column))
  return (
    <dl className={css(styles.facts)}>
      {shown.map(({ column, expression, comment, from }) => (
        <div key={column} className={css(styles.factGroup)}>
          <dt className={css(styles.factTitle)}>{titles.get(column)}</dt>
          <dd className={css(styles.fact)}>
            {expression && <code className={css(styles.code)}>{expression}</code>}
            {comment && <span className={css(styles.from)}> {comment}</span>}
            {from.length > 0 && (
              <span className={css(styles.from)}>
                {' '}
                {messages.comesFrom} {from.join(', ')}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
