import { forEachIn, type Steps, wholeNumbers } from '../engine/steps.ts'
import { guessWords } from './guessWords.ts'
import { mergeSort } from './mergeSort.ts'
import { radixSort } from './radixSort.ts'

/**
 * The place of each text in the reader's language; texts that count as equal share one. Comparing by language is slow,
 * so texts are first put nearly right by their characters: the comparison that decides has little left to do then.
 */
export function* rankTexts(texts: readonly string[], locale: string, collator: Intl.Collator): Steps<Uint32Array> {
  const asCome = yield* wholeNumbers(0, texts.length)
  const nearly = yield* radixSort(asCome, yield* guessWords(texts, locale))
  const compare = (a: number, b: number) => collator.compare(texts[a]!, texts[b]!)
  let hasEqual = false
  const order = yield* mergeSort(nearly, (a, b) => {
    const difference = compare(a, b)
    hasEqual ||= difference === 0
    return difference
  })

  const ranks = new Uint32Array(texts.length)
  let rank = 0
  yield* forEachIn(1, order.length, (index) => {
    // Neighbours have met in the sort: where no two were equal, these are not.
    if (!hasEqual || compare(order[index - 1]!, order[index]!) !== 0) rank++
    ranks[order[index]!] = rank
  })
  return ranks
}
