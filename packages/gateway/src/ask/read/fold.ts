/** Text as it is compared: lower case, without accents, plain apostrophes and spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** A word for one of many, the same for both spellings: `categories` and `category` give `category`. */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.length > 2 && /[^su]s$/.test(word) && !/(is|as|os)$/.test(word) ? word.slice(0, -1) : word
}
