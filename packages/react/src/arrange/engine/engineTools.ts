import type { ColumnStore } from '../columns/columnStore.ts'
import type { TextVector } from '../columns/vector.ts'
import type { FilterTools } from '../filter/filterRows.ts'
import { foldText } from '../filter/foldText.ts'
import { rankTexts } from '../sort/rankTexts.ts'
import type { RankTexts } from '../sort/sortWords.ts'
import type { ArrangeReply, JobSettings } from './jobs.ts'
import { forEachIn, type Steps } from './steps.ts'

export type EngineTools = FilterTools & {
  store: ColumnStore
  rankTexts: RankTexts
  /** The last order, for a search in it. */
  last?: { key: string; reply: ArrangeReply }
}

/** What jobs share: the columns that were read, and what is worked out once for all texts of one. */
export function createEngineTools(store: ColumnStore, settings: JobSettings): EngineTools {
  const collator = new Intl.Collator(settings.locale, { numeric: true })
  const ranks = new WeakMap<TextVector, Uint32Array>()
  const folded = new WeakMap<TextVector, string[]>()

  return {
    ...settings,
    store,
    compareTexts: collator.compare,
    *rankTexts(vector): Steps<Uint32Array> {
      const known = ranks.get(vector)
      if (known?.length === vector.texts.length) return known
      const made = yield* rankTexts(vector.texts, settings.locale, collator)
      ranks.set(vector, made)
      return made
    },
    *foldedTexts(vector) {
      const texts = folded.get(vector) ?? []
      folded.set(vector, texts)
      yield* forEachIn(texts.length, vector.texts.length, (code) => {
        texts[code] = foldText(vector.texts[code]!)
      })
      return texts
    },
  }
}
