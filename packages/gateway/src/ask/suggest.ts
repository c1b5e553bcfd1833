import { lowerFirst, plural } from '../federation/plan/answer/explain.ts'
import type { MetricView, SemanticModel } from '../semantic/port.ts'
import type { Intent } from './intent.ts'

const most = 4

/** Questions to start with, made from what the model puts first. */
export function starterQuestions(model: SemanticModel): string[] {
  const [entity] = model.entities.values()
  const views = [...model.views.values()].filter(({ measures }) => measures.length > 0)
  const facts = views.find((view) => entity?.references[view.name] !== undefined) ?? views[0]
  const [first, , third] = facts?.measures ?? []
  const money = facts?.measures.filter(({ format }) => format.unit === 'currency') ?? []
  const main = money.at(2) ?? third ?? first
  if (!facts || !first || !main) return []
  const records = entity ? plural(entity.title.toLowerCase()) : undefined
  const dimension = groupOf(facts)
  return [
    records && `Top 10 ${records} by ${lowerFirst(main.displayName)}`,
    entity && `What is the lifetime ${lowerFirst(main.displayName)} by ${entity.title.toLowerCase()}?`,
    facts.timeDimension && `${first.displayName} by month this year`,
    dimension && `${first.displayName} by ${lowerFirst(dimension)}`,
    records && `How many ${records} have no ${lowerFirst(first.displayName)} this year?`,
  ].filter((question) => typeof question === 'string')
}

function groupOf({ dimensions }: MetricView): string | undefined {
  return dimensions.find(({ name, type }) => (type === undefined || type === 'text') && !/id$|number|date/i.test(name))
    ?.displayName
}

/** Questions that can follow this one. */
export function followUps(intent: Intent, model: SemanticModel, now: Date): string[] {
  const view = viewOf(intent, model)
  const hasTime = intent.dimensions.some(({ kind }) => kind === 'time')
  const isRanking = intent.measures.length > 0 && intent.dimensions.length > 0 && !hasTime
  const [measure] = intent.measures
  const other =
    measure?.kind === 'measure'
      ? view?.measures.find(({ name, format }) => name !== measure.ref.member && format.unit === 'currency')
      : undefined
  return [
    view?.timeDimension && !hasTime && intent.measures.length > 0 && 'by year',
    isRanking && intent.limit === undefined && 'top 5',
    isRanking && intent.having.length === 0 && isMoney(intent, model) && 'only below zero',
    view?.timeDimension && intent.ranges.length === 0 && intent.measures.length > 0 && `only ${now.getUTCFullYear()}`,
    hasTime && !intent.change && 'year over year',
    other && `what about ${lowerFirst(other.displayName)}?`,
  ]
    .filter((question) => typeof question === 'string')
    .slice(0, most)
}

function viewOf({ measures: [measure], list }: Intent, model: SemanticModel): MetricView | undefined {
  if (list) return model.views.get(list.view)
  if (measure?.kind === 'measure') return model.views.get(measure.ref.view)
  return measure?.kind === 'ratio' ? model.views.get(measure.over.view) : undefined
}

function isMoney({ measures: [measure] }: Intent, model: SemanticModel): boolean {
  if (measure?.kind !== 'measure') return false
  const found = model.views.get(measure.ref.view)?.measures.find(({ name }) => name === measure.ref.member)
  return found?.format.unit === 'currency' && found.expression.includes('-')
}
