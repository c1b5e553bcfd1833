export { BudgetMeter, type BudgetMeterProps } from './budget/BudgetMeter.tsx'
export { SpendReport, type SpendReportProps } from './report/SpendReport.tsx'
