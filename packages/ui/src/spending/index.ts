export { BudgetMeter, type BudgetMeterProps } from './BudgetMeter.tsx'
export { SpendReport, type SpendReportProps } from './SpendReport.tsx'
