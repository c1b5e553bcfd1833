// Apart from the rest, since a page that shows no table needs none of it.
export { type UseArrangedRowsOptions, useArrangedRows } from './useArrangedRows.ts'
