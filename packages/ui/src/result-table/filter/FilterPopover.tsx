'use client'
import { Popover } from '@base-ui/react/popover'
import { type FormEvent, useState } from 'react'
import { SelectField } from '../../form/Field.tsx'
import formStyles from '../../form/form.module.css'
import { columnTitle } from '../../format/cell.ts'
import { Button } from '../../kit/Button.tsx'
import { css } from '../../kit/css.ts'
import { useKit } from '../../kit/KitContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { filterBy } from '../view/changeView.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import { ChoiceList } from './ChoiceList.tsx'
import styles from './filter.module.css'
import { conditionOf, draftOf, type FilterDraft, type FilterOperator, operatorsFor } from './filterDraft.ts'
import { RangeFields } from './RangeFields.tsx'

type FilterPopoverProps = {
  column: ShownColumn
  /** The heading, under which it opens and to which the focus goes back. */
  anchor: HTMLElement
  onClose(): void
}

/** Asks which rows to keep by one column. The default export, since it is loaded when it is first opened. */
export default function FilterPopover({ column, anchor, onClose }: FilterPopoverProps) {
  const { messages } = useKit()
  const title = messages.filterOf(columnTitle(column))
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal container={anchor.closest<HTMLElement>('[data-theme]')}>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={2} className={css(styles.positioner)}>
          <Popover.Popup
            aria-label={title}
            className={css(styles.popup)}
            finalFocus={() => anchor.querySelector<HTMLElement>('[data-column]')}
          >
            <FilterForm column={column} onClose={onClose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function FilterForm({ column, onClose }: { column: ShownColumn; onClose(): void }) {
  const { messages } = useKit()
  const { view, change } = useResultTable()
  const settings = useDraftSettings(column)
  const known = view.filters[column.name]
  const [draft, setDraft] = useState<FilterDraft>(() => draftOf(column, known, settings))
  const [invalid, setInvalid] = useState(false)
  const edit = (changed: Partial<FilterDraft>) => {
    setInvalid(false)
    setDraft((before) => ({ ...before, ...changed }))
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const condition = conditionOf(column, draft, settings)
    if (condition === 'invalid') return setInvalid(true)
    change(filterBy(column.name, condition))
    onClose()
  }
  function clear() {
    change(filterBy(column.name, undefined))
    onClose()
  }

  return (
    <form className={css(styles.form)} onSubmit={submit} noValidate>
      <OperatorField column={column} value={draft.operator} onChange={(operator) => edit({ operator })} />
      <ValueFields column={column} draft={draft} edit={edit} invalid={invalid} />
      <div className={css(styles.actions)}>
        {known && (
          <Button variant="plain" onClick={clear}>
            {messages.clearFilter}
          </Button>
        )}
        <Button type="submit" variant="primary">
          {messages.applyFilter}
        </Button>
      </div>
    </form>
  )
}

type OperatorFieldProps = { column: ShownColumn; value: FilterOperator; onChange(operator: FilterOperator): void }

function OperatorField({ column, value, onChange }: OperatorFieldProps) {
  const { messages } = useKit()
  return (
    <SelectField
      label={messages.filterKind}
      value={value}
      choices={operatorsFor(column).map((operator) => ({ value: operator, label: messages.filterOperators[operator] }))}
      onChange={(operator) => onChange(operator as FilterOperator)}
    />
  )
}

type ValueFieldsProps = {
  column: ShownColumn
  draft: FilterDraft
  edit(changed: Partial<FilterDraft>): void
  invalid: boolean
}

function ValueFields({ column, draft, edit, invalid }: ValueFieldsProps) {
  const { messages } = useKit()
  switch (draft.operator) {
    case 'between':
      return <RangeFields column={column} draft={draft} edit={edit} invalid={invalid} />
    case 'one-of':
      return <ChoiceList column={column} chosen={draft.values} onChange={(values) => edit({ values })} />
    case 'empty':
    case 'not-empty':
      return null
    default:
      return (
        <input
          type="text"
          aria-label={messages.filterText}
          className={css(formStyles.control)}
          value={draft.text}
          // biome-ignore lint/a11y/noAutofocus: the popover was opened to type here
          autoFocus
          onChange={(event) => edit({ text: event.target.value })}
        />
      )
  }
}

/** How the column's values are written, for fields that people fill in. */
function useDraftSettings({ columnIndex, type }: ShownColumn) {
  const { locale, timeZone } = useKit()
  const { rows } = useResultTable()
  const first = type === 'timestamp' ? firstValue() : undefined
  return { locale, timeZone, wallClock: first !== undefined && !/(z|[+-]\d{2}:?\d{2})$/i.test(first) }

  function firstValue(): string | undefined {
    for (let row = 0; row < Math.min(rows.rowCount, 100); row += 1) {
      const value = rows.getCell(row, columnIndex)
      if (value !== null) return String(value)
    }
    return undefined
  }
}
