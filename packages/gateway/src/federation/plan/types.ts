import type { ColumnType, EntityReference } from '@lakefront/contract'
import type { DimensionUse, Intent, MeasureUse, TimeRange } from '../../ask/intent.ts'
import type { Entity, MemberFormat, MetricView, SemanticModel } from '../../semantic/port.ts'
import type { SqlNode } from '../../semantic/sqlTree.ts'
import type { Dialect } from '../../sources/port.ts'

/** What planning needs to know of a source. */
export type PlanSource = { title: string; dialect: Dialect }

export type PlanInput = {
  intent: Intent
  model: SemanticModel
  sources: ReadonlyMap<string, PlanSource>
}

/** An intent that the model cannot answer; the message is for people. */
export class PlanError extends Error {
  override readonly name = 'PlanError'
}

/** A dimension of the answer. An entity gives two: its key, hidden, and its label. */
export type OutputDimension = {
  name: string
  title: string
  type: ColumnType
  role: 'key' | 'dimension'
  opens?: EntityReference | undefined
  use: DimensionUse
  /** Which side of an entity this is. */
  part?: 'key' | 'label' | undefined
}

/** One number that a view computes. */
export type Figure = {
  name: string
  title: string
  view: MetricView
  node: SqlNode
  type: ColumnType
  format: MemberFormat
  /** Sums over groups to the figure of the whole. */
  additive: boolean
  /** `view.measure`, and its expression as the metric view writes it. */
  definition: string
  expression: string
}

/** A number of the answer: a figure, or two figures of different views divided. */
export type OutputFigure = {
  use: MeasureUse
  name: string
  title: string
  over: Figure
  under?: Figure | undefined
}

/** Where a view gets a dimension from: its own member, or an entity that it references. */
export type Route = { kind: 'own'; member: string } | { kind: 'entity'; entity: Entity; member: string }

/** The rows of one view that one part of the answer is computed from. */
export type Branch = {
  id: string
  view: MetricView
  figures: readonly Figure[]
  ranges: readonly TimeRange[]
  /** Counts each row as that much later, so that it meets the period it is held against. */
  shift?: { unit: 'year' | 'quarter' | 'month' | 'week' | 'day' } | undefined
  /** Put before the names of figures, as in `previous_revenue`. */
  prefix: '' | 'previous_'
}

/** A statement in pieces, each already in the dialect of its source. */
export type Statement = {
  select: readonly { sql: string; name: string }[]
  distinct?: boolean | undefined
  from: string
  where: readonly string[]
  groupBy: readonly string[]
  having: readonly string[]
  orderBy: readonly string[]
  limit?: number | undefined
}
