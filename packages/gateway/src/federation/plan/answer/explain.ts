import type { Comparison, Condition, Intent, TimeRange } from '../../../ask/intent.ts'
import { sameMeasure } from '../../../ask/intent.ts'
import { entityNamed, isApplicable, viewNamed } from '../reach/routes.ts'
import type { OutputDimension, OutputFigure, PlanInput } from '../types.ts'
import { dimensionOf, measureOf, singular } from './outputs.ts'

/** What the result is, such as `Gross margin by account`. */
export function titleOfPlan(
  intent: Intent,
  outputs: readonly OutputDimension[],
  figures: readonly OutputFigure[],
): string {
  const shown = outputs.filter(({ role }) => role === 'dimension').map(({ title }) => lowerFirst(title))
  if (intent.countRows) return `Number of ${shown[0] ? plural(shown[0]) : 'rows'}`
  const title = intent.list?.title ?? intent.rowsTitle
  if (title !== undefined) return title
  if (figures.length === 0) return upperFirst(plural(shown[0] ?? 'row'))
  const measured = inWords(figures.map(({ title }, index) => (index === 0 ? title : lowerFirst(title))))
  return shown.length === 0 ? measured : `${measured} by ${inWords(shown)}`
}

/** One sentence: what was computed, of what, and where it was put together. */
export function explainPlan(
  { intent, model, sources }: PlanInput,
  outputs: readonly OutputDimension[],
  figures: readonly OutputFigure[],
  sourceIds: readonly string[],
): string {
  const titles = sourceIds.map((id) => sources.get(id)?.title ?? id)
  const where = intent.conditions.map((condition) => conditionText(condition, model))
  const having = intent.having.map(({ measure, comparison }) => {
    const figure = figures.find(({ use }) => sameMeasure(use, measure))
    return `${figure?.title ?? 'the figure'} ${comparisonText(comparison)}`
  })
  const parts = [
    `${titleOfPlan(intent, outputs, figures)}${definitions(figures, model)}`,
    intent.ranges.length > 0 ? inWords(intent.ranges.map(rangeText), 'or') : figures.length > 0 && 'over all time',
    [...where, ...having].length > 0 && `where ${inWords([...where, ...having])}`,
    limitText(intent),
    titles.length > 1 ? `read from ${inWords(titles)} and joined here` : `read from ${titles[0]}`,
  ]
  const notes = intent.notes.map((note) => ` ${note}`).join('')
  return `${parts.filter(Boolean).join(', ')}.${notes}`
}

const longestExpression = 60

/** What the figure is: its expression while that is short enough to read, else what the model says of it. */
function definitions(figures: readonly OutputFigure[], model: PlanInput['model']): string {
  const [only] = figures
  if (figures.length !== 1 || !only || only.under) return ''
  const { expression } = only.over
  if (expression.length <= longestExpression) return ` (${expression})`
  const comment = only.use.kind === 'measure' ? measureOf(only.use.ref, model).comment : undefined
  return comment ? ` (${lowerFirst(comment)})` : ''
}

function limitText({ limit, order }: Intent): string | false {
  if (limit === undefined) return false
  if (order?.by === 'dimension') return `the first ${limit} only`
  return `the ${limit === 1 ? '' : `${limit} `}${order && !order.descending ? 'lowest' : 'highest'} only`
}

function conditionText(condition: Condition, model: PlanInput['model']): string {
  switch (condition.kind) {
    case 'record':
      return `the ${entityNamed(condition.entity, model).title.toLowerCase()} is ${condition.label}`
    case 'rows': {
      const title = lowerFirst(measureOf(condition.ref, model).displayName)
      return condition.exclude ? `rows behind ${title} are left out` : `only rows behind ${title} count`
    }
    case 'related': {
      const { pluralTitle } = entityNamed(condition.entity, model)
      const ranges = condition.ranges.length > 0 ? ` ${inWords(condition.ranges.map(rangeText), 'or')}` : ''
      const title =
        condition.measure === undefined
          ? condition.view
          : lowerFirst(measureOf({ view: condition.view, member: condition.measure }, model).displayName)
      return `${pluralTitle.toLowerCase()} have ${condition.exclude ? 'no ' : ''}${title.replace(/^number of /, '')}${ranges}`
    }
    case 'values':
      return `${lowerFirst(dimensionOf(condition.ref, model).displayName)} is ${condition.exclude ? 'not ' : ''}${inWords(condition.values, 'or')}`
    case 'compare':
      return `${lowerFirst(dimensionOf(condition.ref, model).displayName)} is ${comparisonText(condition.comparison)}`
    case 'time':
      return `${lowerFirst(dimensionOf(condition.ref, model).displayName)} is ${condition.exclude ? 'not ' : ''}${inWords(condition.ranges.map(rangeText), 'or')}`
  }
}

const signs = { '<': 'below', '<=': 'at most', '>': 'over', '>=': 'at least', '=': 'exactly', '<>': 'not' } as const

function comparisonText(comparison: Comparison): string {
  if (comparison.operator === 'between') return `between ${comparison.value} and ${comparison.upTo}`
  return `${signs[comparison.operator]} ${comparison.value}`
}

/** `2025 (2025-01-01 to 2025-12-31)`, so that everybody sees which days were counted. */
function rangeText({ start, end, label }: TimeRange): string {
  const last = end && lastDay(end)
  if (start && last) return `${label} (${start} to ${last})`
  return start ? `${label} (from ${start})` : `${label} (up to ${last})`
}

function lastDay(end: string): string {
  return new Date(Date.parse(`${end}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Conditions that a branch's view knows nothing of, as warnings: what was asked for and could not be applied. */
export function inapplicable({ intent, model }: PlanInput, figures: readonly OutputFigure[]) {
  return figures.flatMap(({ title, over }) => {
    const view = viewNamed(over.view.name, model)
    const words = intent.conditions
      .filter((condition) => !isApplicable(condition, view, model))
      .map((condition) => conditionText(condition, model))
    if (intent.ranges.length > 0 && !view.timeDimension) words.push(inWords(intent.ranges.map(({ label }) => label)))
    return words.map((word) => ({
      code: 'not-applicable',
      message: `${title} is not limited to "${word}": its data says nothing of that.`,
      source: view.sourceId,
    }))
  })
}

/** `a, b and c`. */
function inWords(words: readonly string[], last = 'and'): string {
  if (words.length <= 1) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** A noun for many: `account` reads `accounts`. */
export function plural(noun: string): string {
  const [, head, rest] = /^(\S+)( of .+)$/.exec(noun) ?? []
  if (head) return plural(head) + rest
  const one = singular(noun)
  if (/[^aeiou]y$/i.test(one)) return one.replace(/y$/i, 'ies')
  return /(s|x|ch|sh)$/i.test(one) ? `${one}es` : `${one}s`
}

/** Lower case for the inside of a sentence, unless the word is an abbreviation. */
export function lowerFirst(text: string): string {
  return /^[A-Z][A-Z\d]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
