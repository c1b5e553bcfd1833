import type { Column } from '@lakefront/react'

const plain = /^-?\d+(\.\d+)?$/

/** A number as people type it in their language, to the last digit; `undefined` for what is none. */
export function readNumber(text: string, column: Column, locale: string): string | undefined {
  const { decimal, group } = separatorsOf(locale)
  const bare = text
    .replace(/[\s\u00a0\u202f'’%]|\p{Sc}/gu, '')
    .replaceAll(group, '')
    .replace(decimal, '.')
    .replace(/^[−–]/, '-')
    .replace(/^(-?)\./, '$10.')
  if (!plain.test(bare)) return undefined
  return column.unit === 'percent' ? movePoint(bare, -2) : bare
}

/** The other way round, for a field that is filled in again. */
export function writeNumber(value: string, column: Column, locale: string): string {
  const shown = column.unit === 'percent' ? movePoint(value, 2) : value
  return shown.replace('.', separatorsOf(locale).decimal)
}

/** Moves the decimal point without going through floating point: people write 25 % and the source 0.25. */
function movePoint(number: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(number) ?? []
  const padding = '0'.repeat(Math.abs(places))
  const digits = padding + whole + fraction + padding
  const point = padding.length + whole.length + places
  const moved = [digits.slice(0, point).replace(/^0+(?=\d)/, ''), digits.slice(point).replace(/0+$/, '')]
  return sign + moved.filter(Boolean).join('.')
}

function separatorsOf(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-12345.6)
  const of = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  return { decimal: of('decimal', '.'), group: of('group', ',') }
}
