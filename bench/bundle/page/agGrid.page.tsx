import { AllCommunityModule, type ColDef, ModuleRegistry } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { createRoot } from 'react-dom/client'
import { expose } from '../../chromium/page/expose.ts'
import { untilPainted } from '../../chromium/page/frames.ts'

ModuleRegistry.registerModules([AllCommunityModule])

const columns: ColDef[] = [{ field: 'id' }]

/** A host that has nothing but AG Grid; its rows are here already. */
async function show(rowCount: number) {
  const rows = Array.from({ length: rowCount }, (_, id) => ({ id }))
  createRoot(document.getElementById('root')!).render(
    <div style={{ blockSize: 600 }}>
      <AgGridReact rowData={rows} columnDefs={columns} />
    </div>,
  )
  await untilPainted(() => document.querySelector('[role=gridcell]') !== null)
}

expose({ show })
