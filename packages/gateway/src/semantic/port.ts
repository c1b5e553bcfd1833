import type { ColumnType, Unit } from '@lakefront/contract'
import type { Dialect } from '../sources/port.ts'

/** How a value reads; from the metric view's `format`. */
export type MemberFormat = { unit?: Unit | undefined; currency?: string | undefined; scale?: number | undefined }

type Member = {
  name: string
  /** SQL over the view's tables, in the dialect of the view. */
  expression: string
  displayName: string
  synonyms: readonly string[]
  comment?: string | undefined
  format: MemberFormat
  /** As far as it is known: from the view, or from the source's catalog once that was read. */
  type?: ColumnType | undefined
}

export type Dimension = Member
export type Measure = Member

export type ViewJoin = {
  name: string
  table: string
  /** `on` condition in SQL, `source` naming the joining table; or columns of the same name on both sides. */
  on?: string | undefined
  using?: readonly string[] | undefined
  joins: readonly ViewJoin[]
}

/** A Unity Catalog metric view (version 1.1), parsed and checked, bound to a configured source. */
export type MetricView = {
  name: string
  sourceId: string
  /** Dialect the expressions are written in; they are transpiled to the source's. */
  dialect: Dialect
  /** Table, or a parenthesised select. */
  table: string
  joins: readonly ViewJoin[]
  filter?: string | undefined
  comment?: string | undefined
  dimensions: readonly Dimension[]
  measures: readonly Measure[]
  /** The dimension that time phrases filter. */
  timeDimension?: string | undefined
}

/** A CRM record type and where its key occurs. Comes from our configuration, never from the metric views. */
export type Entity = {
  name: string
  title: string
  pluralTitle: string
  synonyms: readonly string[]
  /** Metric view whose dimensions are the entity's attributes. */
  view: string
  /** Dimension of that view: the key. */
  key: string
  /** Dimension of that view: what people call the record. */
  label: string
  /** Other view -> its dimension that holds this entity's key. */
  references: Readonly<Record<string, string>>
}

export type SemanticModel = {
  views: ReadonlyMap<string, MetricView>
  entities: ReadonlyMap<string, Entity>
}
