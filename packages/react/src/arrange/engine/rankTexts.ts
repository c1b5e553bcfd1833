import { guessWords } from './guessWords.ts'
import { mergeSort } from './mergeSort.ts'
import { radixSort } from './radixSort.ts'
import { forEachIn, type Steps, wholeNumbers } from './steps.ts'

/**
 * The place of each text in the reader's language; texts that count as equal share one. Comparing by language is slow,
 * so texts are first put nearly right by their characters: the comparison that decides has little left to do then.
 */
export function* rankTexts(texts: readonly string[], locale: string, collator: Intl.Collator): Steps<Uint32Array> {
  const asCome = yield* wholeNumbers(0, texts.length)
  const nearly = yield* radixSort(asCome, yield* guessWords(texts, locale))
  const order = yield* mergeSort(nearly, (a, b) => collator.compare(texts[a]!, texts[b]!))

  const ranks = new Uint32Array(texts.length)
  let rank = 0
  yield* forEachIn(1, order.length, (index) => {
    if (collator.compare(texts[order[index - 1]!]!, texts[order[index]!]!) !== 0) rank++
    ranks[order[index]!] = rank
  })
  return ranks
}
