'use client'
import type { Lineage } from '@lakefront/react'
import { Code, Fact, Facts, Soft } from '../facts/Facts.tsx'
import { css } from '../kit/css.ts'
import styles from './provenance.module.css'
import { useProvenanceWords } from './useProvenanceWords.ts'

type ColumnOrigin = Lineage['columns'][number]

type ColumnOriginsProps = {
  origins: readonly ColumnOrigin[]
  /** What people call the columns, by their names. */
  titles?: ReadonlyMap<string, string> | undefined
}

/** What each column is and what it was read from. Renders a `<dl>`. */
export function ColumnOrigins({ origins, titles }: ColumnOriginsProps) {
  return (
    <Facts>
      {origins.map((origin) => (
        <Fact key={origin.column} name={titles?.get(origin.column) ?? origin.column}>
          <Origin {...origin} />
        </Fact>
      ))}
    </Facts>
  )
}

function Origin({ definition, expression, comment, from }: ColumnOrigin) {
  const words = useProvenanceWords()
  const parts = [
    { name: words.defined, value: definition },
    { name: words.expression, value: expression },
    { name: words.from, value: from.join(', ') },
  ].filter(({ value }) => value)
  return (
    <>
      {parts.map(({ name, value }) => (
        <span key={name} className={css(styles.origin)}>
          <Soft>{name}</Soft> <Code>{value}</Code>
        </span>
      ))}
      {comment && <Soft>{comment}</Soft>}
      {parts.length === 0 && words.computedHere}
    </>
  )
}
