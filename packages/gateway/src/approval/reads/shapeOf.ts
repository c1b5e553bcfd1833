import { createHash } from 'node:crypto'
import { statementShape } from '../../cost/calibration/statementShape.ts'
import type { Dialect } from '../../sources/port.ts'
import type { ReadStatement } from './types.ts'

/** Names all reads whose statements differ in values only; `undefined` when one of them cannot be read as SQL. */
export function shapeOf(statements: readonly ReadStatement[]): string | undefined {
  const shapes = statements.map(({ source, dialect, sql }) => [source, statementShape(sql, dialect as Dialect)])
  if (shapes.some(([, shape]) => shape === undefined)) return undefined
  return createHash('sha256').update(JSON.stringify(shapes)).digest('base64url')
}
