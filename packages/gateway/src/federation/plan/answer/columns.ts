import type { Column } from '@lakefront/contract'
import type { Intent } from '../../../ask/intent.ts'
import { changeName, countName, previousName, shareName } from '../compose/final.ts'
import type { Figure, OutputDimension, OutputFigure } from '../types.ts'
import { plural } from './explain.ts'

/** The columns of the answer, in the order in which the last statement selects them. */
export function planColumns(
  intent: Intent,
  outputs: readonly OutputDimension[],
  figures: readonly OutputFigure[],
): Column[] {
  if (intent.countRows) return [countColumn(outputs, figures)]
  const dimensions = outputs.map(dimensionColumn)
  const numbers = figures.flatMap((figure) => figureColumns(figure, intent))
  const [first] = figures
  const share: Column[] =
    intent.share && first
      ? [{ name: shareName(first), title: 'Share', type: 'float', unit: 'percent', role: 'share' }]
      : []
  return [...dimensions, ...numbers, ...share]
}

function countColumn(outputs: readonly OutputDimension[], figures: readonly OutputFigure[]): Column {
  const shown = outputs.find(({ role }) => role === 'dimension')
  return {
    name: countName(outputs, figures),
    title: shown ? `Number of ${plural(shown.title.toLowerCase())}` : 'Number of rows',
    type: 'integer',
    unit: 'count',
    role: 'measure',
  }
}

function dimensionColumn({ name, title, type, role, opens }: OutputDimension): Column {
  return { name, title, type, role, ...(opens && { opens }) }
}

function figureColumns(figure: OutputFigure, { change, ranges, dimensions }: Intent): Column[] {
  const plain = figureColumn(figure)
  if (!change) return [plain]
  const isSeries = dimensions.some((use) => use.kind === 'time')
  const now = ranges.map(({ label }) => label).join(' and ')
  const before = change.previous?.map(({ label }) => label).join(' and ') ?? `a ${change.against} earlier`
  const current = { ...plain, title: now && !isSeries ? `${figure.title}, ${now}` : figure.title }
  const previous = { ...plain, name: previousName(figure), title: `${figure.title}, ${before}` }
  if (change.show === 'versus') return [current, previous]
  const growth: Column = {
    name: changeName(figure),
    title: `Change of ${figure.title.toLowerCase()}`,
    type: 'float',
    unit: 'percent',
    role: 'change',
  }
  return [current, previous, growth]
}

/** The column of one figure. */
export function figureColumn({ name, title, over, under }: OutputFigure): Column {
  const format = formatOf(over, under)
  return {
    name,
    title,
    type: under ? 'float' : over.type,
    role: 'measure',
    source: over.view.sourceId,
    ...(format.unit && { unit: format.unit }),
    ...(format.currency && format.unit === 'currency' && { currency: format.currency }),
    ...(format.scale !== undefined && { scale: format.scale }),
  }
}

function formatOf({ format, type }: Figure, under: Figure | undefined): Figure['format'] {
  if (format.unit || under) return format
  return type === 'integer' ? { ...format, unit: 'count' } : format
}

/** The columns of a step: what leaves its source. */
export function stepColumns(select: readonly { name: string }[], known: readonly Column[], source: string): Column[] {
  return select.map(({ name }) => {
    const column = known.find((candidate) => candidate.name === name)
    const { type = 'text', unit, currency, scale, role } = column ?? {}
    return {
      name,
      type,
      source,
      ...(column?.title && { title: column.title }),
      ...(unit && { unit }),
      ...(currency && { currency }),
      ...(scale !== undefined && { scale }),
      ...(role && { role }),
    }
  })
}
