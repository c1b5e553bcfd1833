/** A heading for a name that has none: `gross_margin` and `grossMargin` read `Gross margin`. */
export function titleOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
  const lower = /[a-z]/.test(words) ? words.toLowerCase().replace(/\bid\b/g, 'ID') : words
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}
