const ascii = /^[\0-\x7f]*$/
// Accents, and the points of Hebrew and Arabic, which people leave out when they type.
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g
const sameLetters: Readonly<Record<string, string>> = { ς: 'σ', ı: 'i' }

/** A text without what people do not type when they look for it: case, accents, forms of one letter. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (ascii.test(lower)) return lower
  const plain = lower.normalize('NFKD').replace(marks, '').normalize('NFC')
  return plain.replace(/[ςı]/g, (letter) => sameLetters[letter]!)
}
