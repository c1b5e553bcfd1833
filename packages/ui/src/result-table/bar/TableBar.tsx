'use client'
import { columnTitle } from '../../format/cell.ts'
import { Button } from '../../kit/Button.tsx'
import { css, kitStyles } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { describeCondition } from '../filter/describeCondition.ts'
import { useGrid } from '../grid/GridContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { filterBy, groupBy, showAllColumns } from '../view/changeView.ts'
import styles from './bar.module.css'

type TableBarProps = {
  /** Opens the filter of a column again. */
  onFilter(name: string): void
}

/** What was done to the table, each with a way back, and how many rows are left. The default export: loaded when needed. */
export default function TableBar({ onFilter }: TableBarProps) {
  const { messages, format } = useKit()
  const { view, change, columns, arranged, rows } = useResultTable()
  const grouping = columns.find(({ name }) => name === view.groupBy)
  const filters = columns.flatMap((column) => {
    const condition = view.filters[column.name]
    return condition ? [{ column, text: describeCondition(column, condition, { messages, format }) }] : []
  })
  const hidden = view.hidden.filter((name) => columns.some((column) => column.name === name))

  return (
    <div className={css(styles.bar)}>
      {filters.map(({ column, text }) => (
        <Chip
          key={column.name}
          text={text}
          onPress={() => onFilter(column.name)}
          onRemove={() => change(filterBy(column.name, undefined))}
        />
      ))}
      {grouping && (
        <>
          <Chip text={messages.groupedBy(columnTitle(grouping))} onRemove={() => change(groupBy(null))} />
          <Button variant="plain" onClick={() => arranged.setAllGroups(true)}>
            {messages.openAllGroups}
          </Button>
          <Button variant="plain" onClick={() => arranged.setAllGroups(false)}>
            {messages.closeAllGroups}
          </Button>
        </>
      )}
      {hidden.length > 0 && (
        <Chip
          text={messages.hiddenColumns(hidden.length, format.count(hidden.length))}
          removeLabel={messages.showAllColumns}
          onRemove={() => change(showAllColumns())}
        />
      )}
      {filters.length > 0 && (
        <span role="status" className={css(styles.count)}>
          {messages.rowsOf(format.count(arranged.rowCount), format.count(rows.rowCount))}
        </span>
      )}
      {arranged.status === 'working' && (
        <span className={css(styles.working)}>
          <span className={css(kitStyles.spinner)} />
          {messages.arranging}
        </span>
      )}
    </div>
  )
}

type ChipProps = { text: string; removeLabel?: string; onRemove(): void; onPress?: () => void }

function Chip({ text, removeLabel, onRemove, onPress }: ChipProps) {
  const { messages } = useKit()
  const { focus } = useGrid()
  const label = removeLabel ?? messages.remove(text)
  function remove() {
    onRemove()
    // The button goes with what it removes.
    focus.follow(focus.position())
  }
  return (
    <span className={css(styles.chip)}>
      {onPress ? (
        <button type="button" className={css(styles.chipText)} title={text} onClick={onPress}>
          {text}
        </button>
      ) : (
        <span className={css(styles.chipText)} title={text}>
          {text}
        </span>
      )}
      <button type="button" className={css(styles.chipRemove)} aria-label={label} title={label} onClick={remove}>
        <Icon name="close" className={styles.chipIcon} />
      </button>
    </span>
  )
}
