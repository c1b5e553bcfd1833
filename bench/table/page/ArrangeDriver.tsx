import { type ResultTableValue, useResultTable } from '../../../packages/ui/src/result-table/ResultTableContext.ts'
import { plainView, type TableView } from '../../../packages/ui/src/result-table/view/types.ts'
import { untilPainted } from '../../chromium/page/frames.ts'
import type { Arranging } from './arranging.ts'

const shown: { table?: ResultTableValue } = {}

/** Stands in a table and does what its menus would do. */
export function ArrangeDriver() {
  shown.table = useResultTable()
  return null
}

/** Arranges the table and waits until the new order is painted. */
export async function arrangeShown(arranging: Arranging): Promise<void> {
  const before = shown.table!.arrangement
  shown.table!.change(() => viewOf(arranging))
  shown.table!.setFind(arranging.find ?? null)
  await untilPainted(() => {
    const { arrangement, arranged } = shown.table!
    const isFound = arranging.find === undefined || arranged.matches !== null
    if (arranged.status === 'failed') throw new Error('The rows could not be arranged.')
    return arrangement !== before && arranged.status === 'ready' && isFound
  })
}

function viewOf({ sort = [], filter, groupBy }: Arranging): TableView {
  return {
    ...plainView,
    groupBy: groupBy ?? null,
    sort: sort.map(({ column, direction }) => ({
      column,
      direction: direction === 'asc' ? 'ascending' : 'descending',
    })),
    filters: filter ? { [filter.column]: { operator: 'contains', text: filter.text } } : {},
  }
}
