import type { ChartSpec } from '@lakefront/react'

type Spec = ChartSpec['spec']

/** Which data a chart draws, links it follows and page elements it takes hold of is not for a specification to say. */
const leftOut = new Set(['data', 'datasets', 'usermeta', 'href', 'bind'])
/** Far more than any drawing has; a specification comes from outside. */
const mostParts = 20_000
const deepest = 60

/**
 * A specification that draws what it is given and nothing else; `undefined` for one that would load something, that
 * brings other data to look up in, or that no drawing can be as large as.
 */
export function safeSpec(spec: Spec): Spec | undefined {
  let parts = 0

  function copy(value: unknown, key: string, depth: number): unknown {
    parts += 1
    if (parts > mostParts || depth > deepest || leadsOut(key, value)) throw new UnsafeSpec()
    if (Array.isArray(value)) return value.map((item) => copy(item, '', depth + 1))
    if (typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value).filter(([name]) => !leftOut.has(name))
    return Object.fromEntries(kept.map(([name, inner]) => [name, copy(inner, name, depth + 1)]))
  }

  try {
    return copy(spec, '', 0) as Spec
  } catch (error) {
    if (error instanceof UnsafeSpec) return undefined
    throw error
  }
}

class UnsafeSpec extends Error {}

function leadsOut(key: string, value: unknown): boolean {
  if (key === 'url') return true
  if (typeof value === 'string') return /url\s*\(/i.test(value)
  return key === 'from' && typeof value === 'object' && value !== null && 'data' in value
}
