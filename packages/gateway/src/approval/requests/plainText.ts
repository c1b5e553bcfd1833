/** A text as Postgres can keep it, which knows neither NUL nor half a character. */
export const plainText = (text: string) => text.toWellFormed().replaceAll('\0', '\uFFFD')
