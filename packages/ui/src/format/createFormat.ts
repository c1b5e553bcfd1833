import type { Cell, Column, Cost } from '@lakefront/react'
import type { Messages } from '../messages/types.ts'
import { formatAxis } from './axis.ts'
import { formatCell } from './cell.ts'
import { createChartTimeFormat } from './chartTime.ts'
import { formatCost, formatEstimate } from './cost.ts'
import { formatBytes, formatDuration } from './measure.ts'
import { createNumberFormats } from './number.ts'
import { createTimeFormats } from './time.ts'

export type FormatOptions = {
  /** BCP 47 tag, such as `en-US`. */
  locale: string
  /** IANA name; the reader's own zone when left out. */
  timeZone?: string | undefined
  messages: Messages
}

/** Every way in which the kit writes a value, for one locale. */
export function createFormat({ locale, timeZone, messages }: FormatOptions) {
  const numberFormat = createNumberFormats(locale)
  const time = createTimeFormats(locale, timeZone)
  const cellFormats = { numberFormat, time, yes: messages.yes, no: messages.no }

  return {
    locale,
    cell: (value: Cell, column: Column) => formatCell(cellFormats, value, column),
    count: (value: number) => numberFormat({ maximumFractionDigits: 0 }).format(value),
    rows: (count: number) => messages.rows(count, numberFormat({ maximumFractionDigits: 0 }).format(count)),
    bytes: (bytes: number) => formatBytes(numberFormat, bytes),
    duration: (durationMs: number) => formatDuration(numberFormat, durationMs),
    /** A share from 0 to 1, in whole percent. */
    share: (share: number) => numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(share),
    /** Whole seconds of a countdown. */
    seconds: (count: number) => `${numberFormat({ maximumFractionDigits: 0 }).format(count)}\u00a0s`,
    cost: (costUsd: number) => formatCost(numberFormat, costUsd),
    estimate: (estimate: Cost['estimate']) => formatEstimate(numberFormat, estimate),
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    /** One of several: “manager or administrator”. */
    either: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'disjunction' }).format(items),
    date: time.date,
    /** A moment in the reader's own zone. */
    moment: time.timestamp,
    timeOfDay: time.timeOfDay,
    briefTime: time.briefTime,
    /** The numbers beside an axis. */
    axis: (values: readonly number[], column: Column) => formatAxis(numberFormat, values, column),
    chartTime: createChartTimeFormat(locale, timeZone),
  }
}

export type Format = ReturnType<typeof createFormat>
