import { parse, YAMLParseError } from 'yaml'
import type * as z from 'zod'
import type { ViewConfig } from '../../config/types.ts'
import type { Dialect } from '../../sources/port.ts'
import type { MemberFormat, MetricView, ViewJoin } from '../port.ts'
import { SemanticModelError } from '../SemanticModelError.ts'
import { ExpressionError, parseExpression } from '../sqlTree.ts'
import { guessTimeDimension } from './guessTimeDimension.ts'
import { type FormatInput, type JoinDefinition, type MetricViewInput, metricViewSchema } from './metricViewSchema.ts'
import { titleOf } from './titleOf.ts'

export type ParseMetricViewOptions = Omit<ViewConfig, 'name'> & { name: string }

/**
 * Reads a Unity Catalog metric view, YAML version 1.1.
 *
 * @throws {SemanticModelError} naming file, path, and what was expected.
 */
export function parseMetricView(text: string, options: ParseMetricViewOptions): MetricView {
  const { success, data, error } = metricViewSchema.safeParse(parseYaml(text, options.file))
  if (!success) throw new SemanticModelError(error.issues.map((issue) => describeIssue(options.file, issue)))
  const view = toView(data, options)
  refuseTwins(view, options.file)
  refuseUnreadable(view, options.file)
  return view
}

function parseYaml(text: string, file: string): unknown {
  try {
    // YAML 1.1 would read the join key `on` as true, as Databricks warns; 1.2 reads it as the word it is.
    return parse(text, { version: '1.2' })
  } catch (error) {
    const message = error instanceof YAMLParseError ? error.message.split('\n')[0] : 'not YAML'
    throw new SemanticModelError([`${file}: ${message}`])
  }
}

function describeIssue(file: string, issue: z.core.$ZodIssue): string {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  const problem = issue.code === 'unrecognized_keys' ? `unknown key ${issue.keys.join(', ')}` : issue.message
  return `${file}${path ? `: ${path.replace(/^\./, '')}` : ''}: ${problem}`
}

function toView(input: MetricViewInput, options: ParseMetricViewOptions): MetricView {
  const dialect: Dialect = options.dialect ?? 'databricks'
  const dimensions = (input.dimensions ?? input.fields ?? []).map((dimension) => ({
    ...toMember(dimension),
    ...(dimension.format?.type === 'date' && { type: 'date' as const }),
    ...(dimension.format?.type === 'date_time' && { type: 'timestamp' as const }),
  }))
  return {
    name: options.name,
    sourceId: options.source,
    dialect,
    table: options.table ?? input.source.replace(/;\s*$/, ''),
    joins: (input.joins ?? []).map(toJoin),
    filter: input.filter,
    comment: input.comment,
    dimensions,
    measures: (input.measures ?? []).map(toMember),
    timeDimension: options.timeDimension ?? guessTimeDimension(dimensions),
  }
}

type MemberInput = NonNullable<MetricViewInput['dimensions']>[number]

function toMember({ name, expr, display_name, synonyms, comment, format }: MemberInput) {
  return {
    name,
    expression: expr,
    displayName: display_name ?? titleOf(name),
    synonyms: synonyms ?? [],
    comment,
    format: format ? toFormat(format) : {},
  }
}

function toFormat(format: FormatInput): MemberFormat {
  if (format.type === 'date' || format.type === 'date_time') return {}
  const places = format.decimal_places
  const scale = places?.type === 'all' ? undefined : places?.places
  switch (format.type) {
    case 'currency':
      return { unit: 'currency', currency: format.currency_code ?? 'USD', scale: scale ?? 2 }
    case 'percentage':
      return { unit: 'percent', scale }
    case 'byte':
      return { unit: 'bytes', scale }
    case 'number':
      return { scale }
  }
}

function toJoin(join: JoinDefinition): ViewJoin {
  const { name, source, on, using, joins } = join
  return { name, table: source, on, using, joins: (joins ?? []).map(toJoin) }
}

function refuseTwins({ dimensions, measures }: MetricView, file: string): void {
  const names = [...dimensions, ...measures].map(({ name }) => name.toLowerCase())
  const twin = names.find((name, index) => names.indexOf(name) !== index)
  if (twin) throw new SemanticModelError([`${file}: two members are called "${twin}"`])
}

/** Every member must be one expression, so that no statement can hide behind it and no question meets it first. */
function refuseUnreadable(view: MetricView, file: string): void {
  const members = { dimensions: view.dimensions, measures: view.measures }
  const problems = Object.entries(members).flatMap(([kind, list]) =>
    list.flatMap(({ name, expression }) => {
      const problem = problemOf(expression, view.dialect)
      return problem ? [`${file}: ${kind} "${name}": ${problem}`] : []
    }),
  )
  if (problems.length > 0) throw new SemanticModelError(problems)
}

function problemOf(expression: string, dialect: Dialect): string | undefined {
  try {
    parseExpression(expression, dialect)
    return undefined
  } catch (error) {
    if (error instanceof ExpressionError) return error.message
    throw error
  }
}
