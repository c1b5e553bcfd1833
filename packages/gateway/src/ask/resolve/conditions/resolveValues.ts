import { dimensionOf } from '../../../federation/plan/answer/outputs.ts'
import { distanceOf } from '../../../federation/plan/reach/reach.ts'
import { memberNode } from '../../../federation/plan/statement/members.ts'
import { lineageOf } from '../../../semantic/compile/compileExpression.ts'
import type { MetricView, SemanticModel } from '../../../semantic/port.ts'
import { askAgain, askWhich } from '../../clarify/AskBack.ts'
import type { Draft } from '../../draft/types.ts'
import { type Condition, type MemberRef, sameRef } from '../../intent.ts'
import type { FoundValue } from '../../values/lookup.ts'
import { type ResolveContext, reworded } from '../resolveTerms.ts'

type DraftValue = Draft['values'][number]

const mostChoices = 8

/**
 * Settles which dimension each value belongs to, asking when a word stands for several.
 *
 * @param known - Dimensions that the question or the conversation already filters by; they settle a tie.
 */
export function resolveValues(
  values: readonly DraftValue[],
  views: readonly MetricView[],
  known: readonly MemberRef[],
  context: ResolveContext,
): Extract<Condition, { kind: 'values' }>[] {
  const conditions: Extract<Condition, { kind: 'values' }>[] = []
  for (const value of values) {
    const settled = [...known, ...conditions.map(({ ref }) => ref)]
    const [first, ...others] = choose(value, views, settled, context)
    const twin = conditions.findIndex(({ ref, exclude }) => sameRef(ref, first!.ref) && exclude === value.exclude)
    const spelled = [first!, ...others].map((found) => found.value)
    if (twin < 0) conditions.push({ kind: 'values', ref: first!.ref, values: spelled, exclude: value.exclude })
    else conditions[twin] = { ...conditions[twin]!, values: [...new Set([...conditions[twin]!.values, ...spelled])] }
  }
  return conditions
}

function choose(
  value: DraftValue,
  views: readonly MetricView[],
  known: readonly MemberRef[],
  context: ResolveContext,
): FoundValue[] {
  const { text } = value.claim
  const meant = value.claim.found.filter(({ ref }) => isMeant(ref, value, context.model))
  const reachable = meant.filter(({ ref }) => views.every((view) => distanceOf(ref, view, context.model) !== undefined))
  const usable =
    reachable.length > 0
      ? reachable
      : meant.filter(({ ref }) => views.some((view) => distanceOf(ref, view, context.model) !== undefined))
  if (usable.length === 0) throw outOfReach(value, views, context)
  const refs = distinctRefs(usable)
  const settled = refs.length > 1 ? refs.filter((ref) => known.some((other) => sameRef(ref, other))) : refs
  const ref = settled.length === 1 ? settled[0]! : refs.length === 1 ? refs[0]! : recordName(refs, context.model)
  if (!ref) throw askDimension(value, usable, context)
  const own = usable.filter((found) => sameRef(found.ref, ref))
  const spellings = [...new Set(own.map((found) => found.value))]
  if (own[0]!.level === 'exact' || spellings.length === 1)
    return spellings.map((spelling) => ({ ...own[0]!, value: spelling }))
  throw askWhich(
    text,
    `Several ${dimensionOf(ref, context.model).displayName.toLowerCase()} values match "${text}". Which one?`,
    spellings
      .slice(0, mostChoices)
      .map((spelling) => ({ label: spelling, question: reworded(context, value.claim, quoted(spelling)) })),
  )
}

function isMeant(ref: MemberRef, { bound, boundEntity }: DraftValue, model: SemanticModel): boolean {
  if (bound) return bound.some((other) => sameRef(ref, other))
  if (!boundEntity) return true
  const entity = model.entities.get(boundEntity)!
  return ref.view === entity.view
}

function distinctRefs(found: readonly FoundValue[]): MemberRef[] {
  return found
    .map(({ ref }) => ref)
    .filter((ref, index, all) => all.findIndex((other) => sameRef(ref, other)) === index)
}

/** Names of parent records are names of records too: when only such tie, the record itself is meant. */
function recordName(refs: readonly MemberRef[], model: SemanticModel): MemberRef | undefined {
  const columns = (ref: MemberRef) =>
    lineageOf(model.views.get(ref.view)!, memberNode(model.views.get(ref.view)!, ref.member)).join()
  const label = refs.find(({ view, member }) =>
    [...model.entities.values()].some((entity) => entity.view === view && entity.label === member),
  )
  return label && refs.every((ref) => columns(ref) === columns(label)) ? label : undefined
}

function askDimension({ claim }: DraftValue, found: readonly FoundValue[], context: ResolveContext) {
  const titles = distinctRefs(found).map((ref) => ({ ref, title: dimensionOf(ref, context.model).displayName }))
  const choices = titles.slice(0, mostChoices).map(({ ref, title }) => {
    const spelling = found.find((other) => sameRef(other.ref, ref))!.value
    const label = `${title}: ${spelling}`
    return { label, question: reworded(context, claim, `${title.toLowerCase()} ${quoted(spelling)}`) }
  })
  const list = titles.map(({ title }) => `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title.toLowerCase()}`).join(' and ')
  return askWhich(claim.text, `"${claim.text}" is ${list}. Which one do you mean?`, choices)
}

function outOfReach({ claim }: DraftValue, views: readonly MetricView[], { model }: ResolveContext) {
  const [first] = distinctRefs(claim.found)
  const title = first ? dimensionOf(first, model).displayName.toLowerCase() : 'value'
  const names = views.map(({ name }) => name).join(' and ')
  return askAgain([claim.text], `"${claim.text}" is a ${title}, which says nothing of ${names}.`, [])
}

/** A value in quotes, so that it is read as one whole value. */
export const quoted = (text: string) => (text.includes('"') ? `“${text}”` : `"${text}"`)
