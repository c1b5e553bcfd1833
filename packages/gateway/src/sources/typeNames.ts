import type { Column, ColumnType } from '@lakefront/contract'

const families: readonly [RegExp, ColumnType][] = [
  [/^(bool|boolean|bit)$/, 'boolean'],
  [
    /^(u?(big|small|tiny|medium)?int(eger)?\d*|u?int\d+|int[248]|serial|bigserial|long|short|byte|fixed_integer)$/,
    'integer',
  ],
  [/^(decimal|numeric|number|fixed|money|hugeint|bignumeric|bigdecimal|dec)$/, 'decimal'],
  [/^(double( precision)?|float\d*|real|float4|float8)$/, 'float'],
  [/^date(32)?$/, 'date'],
  [
    /^(timestamp|datetime|timestamptz|timestamp_ntz|timestamp_ltz|timestamp_tz|datetime64|timestamp_(s|ms|ns))( with(out)? time zone)?$/,
    'timestamp',
  ],
  [/^(binary|varbinary|blob|bytea|bytes|image)$/, 'binary'],
  [/^(array|list)$/, 'list'],
  [/^(struct|map|json|jsonb|object|variant|record|tuple)$/, 'struct'],
]

/** What a source's own type name means: `DECIMAL(14,2)`, `int8`, `Nullable(String)`, `character varying(20)`. */
export function columnTypeOf(typeName: string): Pick<Column, 'type' | 'scale'> {
  const name = unwrapped(typeName.trim().toLowerCase())
  if (/\[\]$|^(array|list)\s*[<(]/.test(name)) return { type: 'list' }
  const [, bare = name, precision, scale] =
    /^([a-z_0-9 ]+?)\s*(?:\(\s*(\d+)\s*(?:,\s*(-?\d+)\s*)?\).*)?$/.exec(name) ?? []
  const type =
    families.find(([pattern]) => pattern.test(bare))?.[1] ?? (/^(struct|map|row)\b/.test(name) ? 'struct' : 'text')
  if (type !== 'decimal') return { type }
  if (bare === 'hugeint') return { type, scale: 0 }
  return precision === undefined ? { type } : { type, scale: Number(scale ?? 0) }
}

function unwrapped(name: string): string {
  const inner = /^(?:nullable|lowcardinality)\((.*)\)$/.exec(name)?.[1]
  return inner === undefined ? name : unwrapped(inner)
}
