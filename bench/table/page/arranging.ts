import type { SortModelItem } from 'ag-grid-community'

/** A way to look at the deals, in words that both tables can be told in. */
export type Arranging = {
  sort?: readonly { column: string; direction: 'asc' | 'desc' }[]
  /** Text that a column must contain. */
  filter?: { column: string; text: string }
  groupBy?: string
  find?: string
}

/** In this order, from the rows as they came. AG Grid Community sorts and filters; it does not group or find. */
export const arrangings = {
  'sort by a number': { sort: [{ column: 'probability', direction: 'desc' }] },
  'sort by a text': { sort: [{ column: 'account_name', direction: 'asc' }] },
  'sort by two columns': {
    sort: [
      { column: 'stage', direction: 'asc' },
      { column: 'probability', direction: 'desc' },
    ],
  },
  'filter a text': { filter: { column: 'account_name', text: '4242' } },
  'group by a text': { groupBy: 'stage' },
  'find a text': { find: '424242' },
} as const satisfies Record<string, Arranging>

export type ArrangingName = keyof typeof arrangings

/** Whether AG Grid Community can do the same. */
export const isInAgGrid = (name: ArrangingName) => 'sort' in arrangings[name] || 'filter' in arrangings[name]

export const toAgGridSort = ({ sort = [] }: Arranging): SortModelItem[] =>
  sort.map(({ column, direction }) => ({ colId: column, sort: direction }))
