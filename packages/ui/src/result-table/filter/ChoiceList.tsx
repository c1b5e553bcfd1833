'use client'
import type { Cell, ColumnValue } from '@lakefront/react'
import { useEffect, useMemo, useState } from 'react'
import formStyles from '../../form/form.module.css'
import { css, kitStyles } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { CellText } from '../CellText.tsx'
import { useResultTable } from '../ResultTableContext.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import styles from './filter.module.css'

/** Values listed at once. */
const mostListed = 100
/** Values that the rows are asked for. */
const mostKnown = 1_000

type ChoiceListProps = { column: ShownColumn; chosen: readonly Cell[]; onChange(values: readonly Cell[]): void }

/** The values of a column to choose from, the most frequent first, with how many rows have each. */
export function ChoiceList({ column, chosen, onChange }: ChoiceListProps) {
  const { messages, format } = useKit()
  const values = useColumnValues(column.columnIndex)
  const [search, setSearch] = useState('')
  const found = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase(format.locale)
    if (!Array.isArray(values) || wanted === '') return values
    return values.filter(({ value }) => format.cell(value, column).toLocaleLowerCase(format.locale).includes(wanted))
  }, [values, search, format, column])

  if (found === 'failed') return <p className={css(styles.problem)}>{messages.choicesFailed}</p>
  if (found === 'loading') return <span className={css(kitStyles.spinner)} />
  const toggle = (value: Cell) =>
    onChange(chosen.includes(value) ? chosen.filter((known) => known !== value) : [...chosen, value])
  const more = found.length - mostListed
  return (
    <>
      <input
        type="search"
        aria-label={messages.searchChoices}
        placeholder={messages.searchChoices}
        className={css(formStyles.control)}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <fieldset aria-label={messages.filterChoices} className={css(styles.choices)}>
        {found.slice(0, mostListed).map(({ value, count }) => (
          <label key={`${typeof value} ${value}`} className={css(styles.choice)}>
            <input
              type="checkbox"
              className={css(styles.checkbox)}
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            <span className={css(styles.choiceText)}>
              <CellText value={value} column={column} />
            </span>
            <span className={css(styles.choiceCount)}>{format.count(count)}</span>
          </label>
        ))}
        {found.length === 0 && <p className={css(styles.hint)}>{messages.noChoices}</p>}
        {more > 0 && <p className={css(styles.hint)}>{messages.otherChoices(more, format.count(more))}</p>}
      </fieldset>
      {values.length >= mostKnown && <p className={css(styles.hint)}>{messages.choicesCut(format.count(mostKnown))}</p>}
    </>
  )
}

function useColumnValues(columnIndex: number) {
  const { arranged } = useResultTable()
  const [values, setValues] = useState<readonly ColumnValue[] | 'loading' | 'failed'>('loading')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values as they were when the list was opened
  useEffect(() => {
    let wanted = true
    arranged.columnValues(columnIndex).then(
      (found) => wanted && setValues(found),
      () => wanted && setValues('failed'),
    )
    return () => {
      wanted = false
    }
  }, [columnIndex])
  return values
}
