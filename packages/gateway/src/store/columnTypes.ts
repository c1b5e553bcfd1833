/** Postgres's numbers for the types whose values are left as the text that it wrote, in both drivers alike. */
export const textTypes = {
  int8: 20,
  json: 114,
  date: 1082,
  timestamp: 1114,
  timestamptz: 1184,
  numeric: 1700,
  jsonb: 3802,
} as const
