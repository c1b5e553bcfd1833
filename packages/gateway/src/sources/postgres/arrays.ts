import type { Column } from '@lakefront/contract'

/** Type numbers of Postgres' arrays, and what they are arrays of. */
export const arrayElements: Readonly<Record<number, Column['type']>> = {
  199: 'struct',
  1000: 'boolean',
  1005: 'integer',
  1007: 'integer',
  1016: 'text',
  1021: 'float',
  1022: 'float',
  1009: 'text',
  1014: 'text',
  1015: 'text',
  1115: 'text',
  1182: 'text',
  1183: 'text',
  1185: 'text',
  1231: 'text',
  2951: 'text',
  3807: 'struct',
}

const token = /\{|\}|,|"((?:[^"\\]|\\.)*)"|([^{},"\\]+)/gs

/**
 * JSON of an array as Postgres writes it, such as `{1,NULL,{"a b",c}}`. Elements of 64 bits, decimals and times stay
 * text, as the contract has it.
 */
export function arrayJson(text: string, element: Column['type']): string {
  // Bounds other than from 1 come first: `[0:1]={1,2}`.
  const body = text.slice(text.indexOf('{'))
  return body.replace(token, (part, quoted: string | undefined, bare: string | undefined) => {
    if (quoted !== undefined) return jsonOf(quoted.replace(/\\(.)/gs, '$1'), element)
    if (bare === undefined) return part === '{' ? '[' : part === '}' ? ']' : part
    return bare === 'NULL' ? 'null' : jsonOf(bare, element)
  })
}

function jsonOf(value: string, element: Column['type']): string {
  switch (element) {
    case 'boolean':
      return String(value === 't')
    case 'integer':
    case 'struct':
      return value
    case 'float':
      return Number.isFinite(Number(value)) ? value : JSON.stringify(value)
    default:
      return JSON.stringify(value)
  }
}
