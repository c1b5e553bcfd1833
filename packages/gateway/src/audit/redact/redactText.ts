/** What in a sentence is likely to be about a person: addresses, long numbers such as telephones, cards and accounts. */
const personal =
  /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+|\+?\d(?:[\s().-]{0,2}\d){6,}|\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,}/gu
/** Days look like long numbers and are nobody's. */
const day = /^\d{4}-\d{2}-\d{2}$/

/** A question for the record, with whatever looks like personal data as keyed hashes. */
export function redactText(text: string, hashValue: (value: string) => string): string {
  return text.replace(personal, (found) => (day.test(found) ? found : `[${shortHash(found, hashValue)}]`))
}

/** Enough of a keyed hash to tell values apart, marked as one. */
export function shortHash(value: string, hashValue: (value: string) => string): string {
  return `#${hashValue(value).slice(0, 16)}`
}
