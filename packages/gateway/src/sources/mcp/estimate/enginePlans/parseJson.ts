/** A reply as JSON; `undefined` when it is not. */
export function parseJson(reply: string): unknown {
  try {
    return JSON.parse(reply)
  } catch {
    return undefined
  }
}
