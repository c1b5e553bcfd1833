'use client'
import { Menu } from '@base-ui/react/menu'
import type { AggregateName } from '@lakefront/react'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import { useKit } from '../../kit/KitContext.ts'
import { useResultTable } from '../ResultTableContext.ts'
import { aggregateOf, aggregatesFor } from '../view/aggregateOf.ts'
import { setAggregate } from '../view/changeView.ts'
import type { ShownColumn } from '../view/shownColumns.ts'
import styles from './menu.module.css'
import { Mark, Submenu } from './menuParts.tsx'

const nothing = 'none'

/** What the totals and groups say of a column. Only what makes sense for it can be chosen. */
export function AggregateMenu({ column, disabled }: { column: ShownColumn; disabled: boolean }) {
  const { messages } = useKit()
  const { view, change } = useResultTable()
  const current = aggregateOf(column, view) ?? nothing
  const choices = [...aggregatesFor(column), nothing] as const
  return (
    <Submenu label={messages.summarise} disabled={disabled}>
      <Menu.RadioGroup
        value={current}
        onValueChange={(value: AggregateName | typeof nothing) =>
          change(setAggregate(column.name, value === nothing ? null : value))
        }
      >
        {choices.map((choice) => (
          <Menu.RadioItem key={choice} value={choice} closeOnClick className={css(styles.item)}>
            <Mark>{choice === current && <Icon name="check" />}</Mark>
            {messages.aggregates[choice]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Submenu>
  )
}
