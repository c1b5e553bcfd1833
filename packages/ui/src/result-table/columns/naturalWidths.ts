import { isStateColumn } from '../CellText.tsx'
import type { VisibleColumn } from '../ResultTableContext.ts'

export type NaturalWidthsOptions = {
  columns: readonly VisibleColumn[]
  headingOf(column: VisibleColumn): string
  /** Some of what the column holds, as it is written. */
  textsOf(column: VisibleColumn): readonly string[]
  measure(text: string): number
  /** Room on both sides of a text. */
  padding: number
}

/** Texts of a column that are measured: the longest by their letters, among which the widest is. */
const measuredTexts = 12
/** The arrow that says how a column is sorted. */
const sortMark = 18
const widestText = 300
const leastShare = 92
/** The marks around one of a few states. */
const pill = 20

/** How wide each column must be to show what it holds; a long text ends in an ellipsis. */
export function naturalWidths(options: NaturalWidthsOptions): ReadonlyMap<string, number> {
  return new Map(options.columns.map((column) => [column.name, naturalWidth(column, options)]))
}

function naturalWidth(column: VisibleColumn, options: NaturalWidthsOptions): number {
  const { headingOf, textsOf, measure, padding } = options
  const longest = [...new Set(textsOf(column))]
    .toSorted((left, right) => right.length - left.length)
    .slice(0, measuredTexts)
  const content = Math.max(0, ...longest.map(measure)) + (isStateColumn(column) ? pill : 0)
  const heading = Math.min(measure(headingOf(column)), widestText) + sortMark
  const width = Math.max(column.type === 'text' ? Math.min(content, widestText) : content, heading)
  return Math.ceil(Math.max(width, column.role === 'share' ? leastShare - padding : 0)) + padding
}

let context: CanvasRenderingContext2D | null | undefined
const emPerCharacter = 0.56
const usualFontSize = 13

/** Measures texts in a font as CSS writes it. Digits are taken as equally wide, as tables draw them. */
export function textMeasure(font: string): (text: string) => number {
  return (text) => {
    if (context === undefined && typeof document !== 'undefined') {
      context = document.createElement('canvas').getContext('2d')
    }
    if (!context) return text.length * usualFontSize * emPerCharacter
    context.font = font
    return context.measureText(text.replace(/\d/g, '0')).width + 1
  }
}
