const token =
  /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(Decimal|datetime\.datetime|datetime\.date|UUID)\(((?:'[^']*'|[\d,\s])*)(?:,\s*tzinfo=[^)]*\))?\)|(None|True|False)|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([[\]{}(),:]))/y

/**
 * Reads what Python's `repr` writes for rows: lists of dicts of plain values, decimals and dates. Evaluates nothing;
 * `undefined` for anything else.
 */
export function pythonToJson(text: string): unknown {
  let json = ''
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const match = token.exec(text)
    if (!match) return undefined
    const [, quoted, call, input = '', word, number, mark] = match
    if (quoted !== undefined) json += JSON.stringify(unquoted(quoted))
    else if (call !== undefined) json += JSON.stringify(called(call, input))
    else if (word !== undefined) json += { None: 'null', True: 'true', False: 'false' }[word]
    else json += number === undefined ? mark : exactNumber(number)
  }
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function unquoted(text: string): string {
  const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' }
  return text.slice(1, -1).replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character)
}

function called(name: string, input: string): string {
  if (!name.startsWith('datetime')) return input.replaceAll("'", '')
  const [year, month, day, ...time] = input.split(',').map((part) => part.trim())
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  if (name === 'datetime.date') return date
  const [hour = '0', minute = '0', second = '0', micro] = time
  const clock = [hour, minute, second].map((part) => part.padStart(2, '0')).join(':')
  return `${date}T${clock}${micro ? `.${micro.padStart(6, '0')}` : ''}`
}

function exactNumber(text: string): string {
  return Number.isInteger(Number(text)) && !Number.isSafeInteger(Number(text)) ? JSON.stringify(text) : text
}
