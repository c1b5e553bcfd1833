import { closest, distance } from 'fastest-levenshtein'
import type * as z from 'zod'

type Issue = z.core.$ZodIssue

/** Values that must not be repeated in a message that may end in a log. */
const secretKeys = ['jwtSecret', 'headers', 'env', 'postgres', 'secret', 'store']

/** Turns Zod's issues into lines of `path: expected …, got …`. */
export function describeIssues(
  issues: readonly Issue[],
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
) {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${formatPath([...issue.path, key])}: ${unknownKey(key, knownKeys(issue.path))}`)
      : [`${formatPath(issue.path)}: ${describe(issue)}`],
  )
}

/** Writes a path as code would: `views[0].source`. */
export function formatPath(path: readonly PropertyKey[]): string {
  const parts = path.map((part, index) =>
    typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
  )
  return parts.join('') || 'config'
}

/** `unknown key`, with the nearest known one when a slip of the finger is likely. */
function unknownKey(key: string, known: readonly string[]): string {
  return `unknown key${didYouMean(key, known)}`
}

/** `, did you mean "x"?` or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0) return ''
  const nearest = closest(word, [...known])
  const isNear = distance(word.toLowerCase(), nearest.toLowerCase()) <= Math.max(1, Math.floor(word.length / 3))
  return isNear ? `; did you mean "${nearest}"?` : `; known are ${known.join(', ')}`
}

function describe(issue: Issue): string {
  const got = `got ${show(issue.input, issue.path)}`
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${typeNames[issue.expected] ?? issue.expected}, ${got}`
    case 'invalid_value':
      return `expected one of ${issue.values.map(String).join(', ')}, ${got}${near(issue)}`
    case 'invalid_format':
      return `${issue.format === 'url' ? 'expected a URL' : issue.message}, ${got}`
    case 'invalid_union':
      return `expected another shape, ${got}`
    case 'invalid_key':
      return `${issue.issues[0]?.message ?? 'expected another name'}, got "${String(issue.path.at(-1))}"`
    case 'too_small':
      return `${tooSmall(issue)}, ${got}`
    case 'too_big':
      return `expected at most ${issue.maximum}, ${got}`
    default:
      return issue.message
  }
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string' || origin === 'array') return 'expected something that is not empty'
  return `expected ${inclusive === false ? 'more than' : 'at least'} ${minimum}`
}

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

function near(issue: Extract<Issue, { code: 'invalid_value' }>): string {
  if (typeof issue.input !== 'string') return ''
  const known = issue.values.map(String)
  const nearest = closest(issue.input, known)
  return distance(issue.input, nearest) <= 3 ? `; did you mean "${nearest}"?` : ''
}

function show(value: unknown, path: readonly PropertyKey[]): string {
  if (value === undefined) return 'nothing'
  if (secretKeys.some((key) => path.includes(key))) return `a ${typeof value} that is not shown here`
  if (typeof value === 'function') return 'a function'
  const json = JSON.stringify(value) ?? String(value)
  return json.length > 80 ? `${json.slice(0, 77)}…` : json
}
