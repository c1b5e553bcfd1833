import type { LineChart } from '../types.ts'

/** Each mark is an element that takes the focus; more of them would hold up the page, and could not be pointed at. */
const mostMarks = 500

/** Of how many values one can be pointed at; the line runs through all of them. */
export function valuesPerMark({ places, series, measures }: LineChart): number {
  return Math.ceil((places.length * (series ? 1 : measures.length)) / mostMarks)
}
