/** Reads CSV as RFC 4180 writes it: quoted cells may hold delimiters, line ends and doubled quotes. */
export function parseDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    const row = rows[rows.length - 1]!
    const isDoubled = isQuoted && character === '"' && text[at + 1] === '"'
    if (isDoubled) at++
    if (character === '"' && !isDoubled) isQuoted = !isQuoted
    else if (isQuoted || (character !== delimiter && character !== '\n')) row[row.length - 1] += character
    else if (character === delimiter) row.push('')
    else rows.push([''])
  }
  return rows.map((row) => row.map((cell) => cell.replace(/\r$/, ''))).filter((row) => row.length > 1 || row[0] !== '')
}
