import { createClient } from '@lakefront/client'
import { type ColDef, type GridApi, type Module, ModuleRegistry } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { createRoot } from 'react-dom/client'
import { expose } from '../../chromium/page/expose.ts'
import { nextTask, untilPainted } from '../../chromium/page/frames.ts'
import { type Arranging, toAgGridSort } from './arranging.ts'
import { resultOf, rowsUrl } from './results.ts'
import { tablePage } from './table.ts'

type RowObject = Record<string, unknown>

/** As high as our rows, so that both draw as many. */
const rowHeight = 31
/** All eight columns fit; two hundred are drawn as they come into view. */
const defaultColumn: ColDef = { flex: 1, minWidth: 100, filter: true }

const root = createRoot(document.getElementById('root')!)
let columns: ColDef[] = []
let rows: RowObject[] = []
let chunks: RowObject[][] = []
let grid: GridApi<RowObject> | undefined

/** Reads a result into what AG Grid takes: an object a row, in the chunks that it arrived in. */
async function readChunks(name: string): Promise<RowObject[][]> {
  const client = createClient({ gatewayUrl: `${rowsUrl}/mcp` })
  const result = await resultOf(name)
  const names = result.columns.map((column) => column.name)
  columns = names.map((field) => ({ field }))
  const read: RowObject[][] = []
  for await (const { rowCount, getCell } of client.openResult(result)) {
    const rowAt = (row: number) => Object.fromEntries(names.map((field, index) => [field, getCell(row, index)]))
    read.push(Array.from({ length: rowCount }, (_, row) => rowAt(row)))
  }
  return read
}

function show() {
  root.render(
    <div style={{ inlineSize: 980, blockSize: 600 }}>
      <AgGridReact<RowObject>
        rowData={rows}
        columnDefs={columns}
        defaultColDef={defaultColumn}
        rowHeight={rowHeight}
        headerHeight={rowHeight}
        onGridReady={({ api }) => {
          grid = api
        }}
      />
    </div>,
  )
}

async function arrange(arranging: Arranging): Promise<void> {
  const { filter } = arranging
  grid!.setFilterModel(
    filter ? { [filter.column]: { filterType: 'text', type: 'contains', filter: filter.text } } : null,
  )
  grid!.applyColumnState({ state: toAgGridSort(arranging), defaultState: { sort: null } })
  await untilPainted(() => true)
}

/** Makes a page with AG Grid and the given modules. */
export function exposeAgGrid(modules: Module[], addRows: (grid: GridApi<RowObject>, added: RowObject[]) => void): void {
  ModuleRegistry.registerModules(modules)
  expose(
    tablePage({
      async load(name) {
        const read = await readChunks(name)
        chunks = name === 'chunks' ? read : []
        rows = name === 'chunks' ? [] : read.flat()
      },
      show,
      hide: () => root.render(null),
      async append() {
        for (const chunk of chunks) {
          await nextTask()
          addRows(grid!, chunk)
        }
      },
      arrange,
      scroller: '.ag-grid-viewport',
    }),
  )
}
