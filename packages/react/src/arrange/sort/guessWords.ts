import { forEachIn, type Steps } from '../engine/steps.ts'

/** Characters of a text that are guessed by, four to a word. */
const guessedCharacters = 24
const bytesPerWord = 4
const codeOf = (character: string) => character.charCodeAt(0)
const [zero, nine] = [codeOf('0'), codeOf('9')]
/** Bytes that are kept free behind the first digit: a number begins with its length. */
const numberBytes = 24
const ignored = 0

/**
 * Words by which texts are about in the order of a language, the least significant first. Each of the first characters
 * is one byte, its place among all characters that occur. It need not be right: it is there to save comparisons.
 */
export function* guessWords(texts: readonly string[], locale: string): Steps<Uint32Array[]> {
  const bytes = yield* characterBytes(texts, locale)
  const skipped = yield* commonLength(texts)
  const wordCount = guessedCharacters / bytesPerWord
  const words = Array.from({ length: wordCount }, () => new Uint32Array(texts.length))
  const guess = new Uint8Array(guessedCharacters)

  yield* forEachIn(0, texts.length, (index) => {
    writeGuess(guess.fill(0), texts[index]!, skipped, bytes)
    for (let word = 0; word < wordCount; word++) {
      const at = word * bytesPerWord
      words[wordCount - 1 - word]![index] =
        (guess[at]! << 24) | (guess[at + 1]! << 16) | (guess[at + 2]! << 8) | guess[at + 3]!
    }
  })
  return words
}

function writeGuess(guess: Uint8Array, text: string, from: number, bytes: Uint8Array) {
  let count = 0
  for (let index = from; index < text.length && count < guessedCharacters; index++) {
    const character = text.charCodeAt(index)
    if (isDigit(character)) {
      const end = endOfNumber(text, index)
      guess[count++] = bytes[zero]! + Math.min(end - index, numberBytes - 10)
      while (index < end && count < guessedCharacters) guess[count++] = bytes[text.charCodeAt(index++)]!
      index = end - 1
    } else if (bytes[character] !== ignored) {
      guess[count++] = bytes[character]!
    }
  }
}

function endOfNumber(text: string, start: number): number {
  let end = start
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function isDigit(character: number): boolean {
  return character >= zero && character <= nine
}

/** A byte for each character that occurs, in the order of the language; letters that differ by accent or case share it. */
function* characterBytes(texts: readonly string[], locale: string): Steps<Uint8Array> {
  const occurs = new Uint8Array(65_536)
  yield* forEachIn(0, texts.length, (index) => {
    const text = texts[index]!
    for (let place = 0; place < text.length; place++) occurs[text.charCodeAt(place)] = 1
  })
  for (let digit = zero; digit <= nine; digit++) occurs[digit] = 1
  return rankCharacters(occurs, new Intl.Collator(locale, { sensitivity: 'base' }).compare)
}

function rankCharacters(occurs: Uint8Array, compare: (left: string, right: string) => number): Uint8Array {
  const characters = Array.from(occurs.keys())
    .filter((code) => occurs[code])
    .map((code) => String.fromCharCode(code))
    .sort(compare)
  const ranks = characters.map(() => 0)
  for (let index = 1; index < characters.length; index++) {
    const isNew = compare(characters[index - 1]!, characters[index]!) !== 0
    ranks[index] = ranks[index - 1]! + (isNew ? 1 : 0) + (characters[index - 1] === '9' ? numberBytes : 0)
  }
  const most = Math.max(ranks.at(-1)!, 254)
  const bytes = new Uint8Array(occurs.length)
  characters.forEach((character, index) => {
    const isIgnored = compare(character, '') === 0
    bytes[codeOf(character)] = isIgnored ? ignored : 1 + Math.floor((ranks[index]! * 254) / most)
  })
  return bytes
}

/** Characters at the beginning that all texts share. */
function* commonLength(texts: readonly string[]): Steps<number> {
  let shared = texts[0] ?? ''
  yield* forEachIn(0, texts.length, (index) => {
    while (!texts[index]!.startsWith(shared)) shared = shared.slice(0, -1)
  })
  return shared.length
}
