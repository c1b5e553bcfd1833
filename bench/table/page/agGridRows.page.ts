import { ClientSideRowModelApiModule, ClientSideRowModelModule } from 'ag-grid-community'
import { exposeAgGrid } from './agGrid.tsx'

// Nothing but rows, and rows that are added put together as its documentation advises for many.
exposeAgGrid([ClientSideRowModelModule, ClientSideRowModelApiModule], (grid, add) =>
  grid.applyTransactionAsync({ add }),
)
