const separators = /[^\p{L}\p{N}]+/u
const ending = /(ies|es|s|y)$/

/** The words of some texts, apart from case and from whether they stand for one or for many. */
export function wordsOf(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().split(separators).filter(Boolean).map(stem)))
}

/** Whether a text says nothing but words that are known already. */
export function saysOnly(text: string, known: ReadonlySet<string>): boolean {
  return [...wordsOf(text)].every((word) => known.has(word))
}

function stem(word: string): string {
  return word.replace(ending, '')
}
