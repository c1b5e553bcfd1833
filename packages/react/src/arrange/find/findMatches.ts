import type { Column } from '@lakefront/contract'
import type { Vector } from '../columns/vector.ts'
import { arrangeRows, passingRows } from '../engine/arrangeRows.ts'
import type { EngineTools } from '../engine/engineTools.ts'
import type { FindJob, FindReply } from '../engine/jobs.ts'
import { forEachIn, type Steps } from '../engine/steps.ts'
import { filterOf } from '../filter/filterRows.ts'
import { indexMatches } from './matches.ts'

/** Looks for a text in the cells of rows that are in order. */
export function* findMatches(tools: EngineTools, { arrange, to, text, columns }: FindJob): Steps<FindReply> {
  const { order } = yield* arrangeRows(tools, arrange)
  const later = yield* passingRows(tools, arrange, arrange.rowCount, to)
  const rowAt = (place: number) => (place < order.length ? order[place]! : later[place - order.length]!)
  const placeCount = order.length + later.length

  const bits = new Uint32Array(Math.ceil((placeCount * columns.length) / 32))
  for (const [cell, columnIndex] of columns.entries()) {
    const vector = yield* tools.store.read(columnIndex, to)
    const matches = yield* containing(tools, tools.store.columns[columnIndex]!, vector, columnIndex, text)
    yield* forEachIn(0, placeCount, (place) => {
      if (!matches(rowAt(place))) return
      const index = place * columns.length + cell
      bits[index >>> 5]! |= 1 << (index & 31)
    })
  }
  return { found: indexMatches(bits, columns.length) }
}

function containing(tools: EngineTools, column: Column, vector: Vector, columnIndex: number, text: string) {
  return filterOf(column, vector, { columnIndex, operator: 'contains', text }, tools)
}
