import type { CatalogTable } from '@lakefront/contract'
import { type GatewayError, toGatewayError } from '../../errors.ts'
import type { Entity, MetricView } from '../../semantic/port.ts'
import type { Source } from '../../sources/port.ts'
import type { MemberRef } from '../intent.ts'
import { fold } from '../read/fold.ts'
import { nearestStatement, readValues, type Search, type SearchedPhrases, searchStatement } from './lookupSql.ts'

/** A value of a dimension, spelled as at the source. */
export type FoundValue = { ref: MemberRef; value: string; level: 'exact' | 'prefix' | 'contains' | 'near' }

export type MissingSource = { source: string; error: GatewayError }

export type LookupResult = {
  found: readonly FoundValue[]
  /** Sources that could not be asked, and why. */
  missing: readonly MissingSource[]
}

export type LookupOptions = {
  views: readonly MetricView[]
  entities: readonly Entity[]
  signal: AbortSignal
  /** A source that takes longer counts as one that cannot be asked. */
  timeoutMs?: number | undefined
}

/** Looks at live values, to learn which dimension a word of a question belongs to. Keeps nothing. */
export type Lookup = {
  /** Dimensions that hold one of the phrases as a whole value, or one of the parts inside a value. */
  find(searched: SearchedPhrases, options: LookupOptions): Promise<LookupResult>
  /** Values that are spelled nearly like the phrase. */
  nearest(phrase: string, options: LookupOptions): Promise<LookupResult>
  /** What a source says its tables are; `undefined` when it cannot be asked now. */
  tables(source: string, options: { signal: AbortSignal }): Promise<readonly CatalogTable[] | undefined>
}

const usualTimeoutMs = 8_000

/** Looks values up through the sources themselves, one statement a view, all views at once. */
export function createLookup(sources: ReadonlyMap<string, Source>): Lookup {
  return {
    find: (searched, options) =>
      askAll(
        sources,
        options,
        (view, dialect, entities) => searchStatement(view, dialect, entities, searched),
        (found) => best(found, [...searched.phrases, ...searched.parts]),
      ),
    nearest: (phrase, options) =>
      askAll(
        sources,
        options,
        (view, dialect, entities) => nearestStatement(view, dialect, entities, phrase),
        (found) => found,
      ),
    async tables(id, { signal }) {
      try {
        return await sources.get(id)?.describe({ signal: bounded(signal) })
      } catch {
        signal.throwIfAborted()
        return undefined
      }
    },
  }
}

const bounded = (signal: AbortSignal, timeoutMs = usualTimeoutMs) =>
  AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])

type Write = (view: MetricView, dialect: Source['dialect'], entities: readonly Entity[]) => Search | undefined

async function askAll(
  sources: ReadonlyMap<string, Source>,
  { views, entities, signal, timeoutMs }: LookupOptions,
  write: Write,
  choose: (found: readonly FoundValue[]) => readonly FoundValue[],
): Promise<LookupResult> {
  const missing = new Map<string, MissingSource>()
  const found = await Promise.all(
    views.map(async (view) => {
      const source = sources.get(view.sourceId)
      const statement = source && write(view, source.dialect, entities)
      if (!statement) return []
      try {
        return await readValues(source, view, statement, bounded(signal, timeoutMs))
      } catch (error) {
        signal.throwIfAborted()
        missing.set(source.id, { source: source.id, error: toGatewayError(error) })
        return []
      }
    }),
  )
  return { found: choose(found.flat()), missing: [...missing.values()] }
}

/** For each phrase only its best matches: a whole value beats a beginning, a beginning beats a part. */
function best(found: readonly FoundValue[], phrases: readonly string[]): FoundValue[] {
  return found.flatMap((candidate) => {
    const value = fold(candidate.value)
    const level = phrases.reduce<FoundValue['level'] | undefined>(
      (level, phrase) => better(level, levelOf(value, fold(phrase))),
      undefined,
    )
    return level ? [{ ...candidate, level }] : []
  })
}

const levels = ['exact', 'prefix', 'contains', 'near'] as const

function better(one: FoundValue['level'] | undefined, other: FoundValue['level'] | undefined) {
  if (!one || !other) return one ?? other
  return levels.indexOf(one) <= levels.indexOf(other) ? one : other
}

/** How a phrase is found in a value, both folded. */
export function levelOf(value: string, phrase: string): FoundValue['level'] | undefined {
  if (value === phrase) return 'exact'
  if (value.startsWith(`${phrase} `) || value.startsWith(`${phrase}-`)) return 'prefix'
  return value.includes(phrase) ? 'contains' : undefined
}
