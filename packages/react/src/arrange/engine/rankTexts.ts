import { mergeSort } from './mergeSort.ts'
import { forEachIn, type Steps } from './steps.ts'

const digits = /\d+/g
const marks = /[\u0300-\u036f]/g
const ascii = /^[\0-\x7f]*$/

/**
 * The place of each text in the reader's language; texts that count as equal share one. Comparing by language is slow,
 * so texts are put nearly right by their characters first: the comparison that decides then has little left to do.
 */
export function* rankTexts(texts: readonly string[], collator: Intl.Collator): Steps<Uint32Array> {
  const roughly: { text: string; code: number; guess: string }[] = []
  yield* forEachIn(0, texts.length, (code) => {
    roughly.push({ text: texts[code]!, code, guess: guessOf(texts[code]!) })
  })
  const nearly = yield* mergeSort(roughly, (a, b) => (a.guess < b.guess ? -1 : a.guess > b.guess ? 1 : 0))
  const exactly = yield* mergeSort(nearly, (a, b) => collator.compare(a.text, b.text))

  const ranks = new Uint32Array(texts.length)
  let rank = 0
  yield* forEachIn(1, exactly.length, (index) => {
    const [before, here] = [exactly[index - 1]!, exactly[index]!]
    if (collator.compare(before.text, here.text) !== 0) rank++
    ranks[here.code] = rank
  })
  return ranks
}

/** A text that stands, by its character codes, about where the language has the original. */
function guessOf(text: string): string {
  const plain = ascii.test(text) ? text : text.normalize('NFD').replace(marks, '')
  return plain.toLowerCase().replace(digits, (number) => String.fromCharCode(48 + Math.min(number.length, 9)) + number)
}
