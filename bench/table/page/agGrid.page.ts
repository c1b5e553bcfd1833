import { AllCommunityModule } from 'ag-grid-community'
import { exposeAgGrid } from './agGrid.tsx'

// As its quick start shows it.
exposeAgGrid([AllCommunityModule], (grid, add) => grid.applyTransaction({ add }))
