import type { Column } from '@lakefront/react'
import { columnTitle } from '../../format/cell.ts'
import type { Format } from '../../format/createFormat.ts'
import type { Messages } from '../../messages/types.ts'
import type { FilterCondition } from '../view/types.ts'

/** Values of a list that are named; the others are counted. */
const namedValues = 2

/** A filter in a few words. */
export function describeCondition(
  column: Column,
  condition: FilterCondition,
  { messages, format }: { messages: Messages; format: Format },
): string {
  const title = columnTitle(column)
  switch (condition.operator) {
    case 'contains':
      return messages.conditionContains(title, condition.text)
    case 'is':
      return messages.conditionIs(title, condition.text)
    case 'is-not':
      return messages.conditionIsNot(title, condition.text)
    case 'empty':
      return messages.conditionEmpty(title)
    case 'not-empty':
      return messages.conditionNotEmpty(title)
    case 'between':
      return describeRange(title, condition, (value) => format.cell(value, column), messages)
    case 'one-of': {
      const names = condition.values.map((value) => (value === null ? messages.emptyCell : format.cell(value, column)))
      const more = names.length - namedValues
      const shown = more > 0 ? [...names.slice(0, namedValues), `+${format.count(more)}`] : names
      return messages.conditionIs(title, shown.join(', '))
    }
  }
}

function describeRange(
  title: string,
  { low, high }: { low: string | null; high: string | null },
  write: (value: string) => string,
  messages: Messages,
): string {
  if (low !== null && high !== null) return messages.conditionBetween(title, write(low), write(high))
  return low !== null ? messages.conditionFrom(title, write(low)) : messages.conditionTo(title, write(high ?? ''))
}
