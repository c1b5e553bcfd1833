import * as z from 'zod'

/** Keys that the schema knows at a path; what a misspelt key is compared with. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const [head, ...rest] = path
  const inner = unwrap(schema)
  if (inner instanceof z.ZodDiscriminatedUnion) {
    return [...new Set(inner.options.flatMap((option) => keysAt(option as z.ZodType, path)))]
  }
  if (head === undefined) return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
  if (inner instanceof z.ZodObject) {
    const next = inner.shape[String(head)] as z.ZodType | undefined
    return next ? keysAt(next, rest) : []
  }
  if (inner instanceof z.ZodRecord) return keysAt(inner.valueType as z.ZodType, rest)
  if (inner instanceof z.ZodArray) return keysAt(inner.element as z.ZodType, rest)
  return []
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema
}
