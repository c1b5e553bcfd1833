// Every schema of the contract. Importing this brings zod; pages that only need types import '@lakefront/contract'.

export {
  answerErrorSchema,
  answerSchema,
  answerStatusSchema,
  clarificationChoiceSchema,
  clarificationSchema,
  questionContextSchema,
  stepSchema,
  stepStatusSchema,
  warningSchema,
} from './answer.ts'
export {
  approvalDecisionSchema,
  approvalMoveSchema,
  approvalRequestSchema,
  approvalStateSchema,
  autonomyLevelSchema,
  effectClassSchema,
  fieldChangeSchema,
  grantSchema,
  grantTermsSchema,
  shownEffectSchema,
} from './approval.ts'
export { auditCallSchema, auditChainSchema, auditStatementSchema } from './audit.ts'
export { autonomyLimitsSchema, autonomySchema, simulatedRequestSchema, simulationSchema } from './autonomy.ts'
export { budgetRefusalSchema, capUseSchema, spendDimensionSchema, spendLineSchema } from './budget.ts'
export {
  catalogColumnSchema,
  catalogEntitySchema,
  catalogMemberSchema,
  catalogSchema,
  catalogSourceSchema,
  catalogTableSchema,
  catalogViewSchema,
} from './catalog.ts'
export { costAmountSchema, costSchema, lineageSchema } from './cost.ts'
export { answerEventSchema } from './events.ts'
export { recordFieldSchema, recordSchema, recordSectionSchema, recordSummarySchema } from './record.ts'
export {
  cellSchema,
  chartSpecSchema,
  columnSchema,
  columnTypeSchema,
  entityReferenceSchema,
  resultPageSchema,
  rowSchema,
  unitSchema,
} from './rowset.ts'
export {
  askInputSchema,
  askOutputSchema,
  createRecordInputSchema,
  decideApprovalInputSchema,
  describeCatalogInputSchema,
  describeCatalogOutputSchema,
  effectOutputSchema,
  estimateQueryInputSchema,
  estimateQueryOutputSchema,
  fetchRowsInputSchema,
  fetchRowsOutputSchema,
  getRecordInputSchema,
  getRecordOutputSchema,
  listApprovalsInputSchema,
  listApprovalsOutputSchema,
  listGrantsInputSchema,
  listGrantsOutputSchema,
  maxQuestionLength,
  readAuditInputSchema,
  readAuditOutputSchema,
  readAutonomyInputSchema,
  readBudgetInputSchema,
  readBudgetOutputSchema,
  reportSpendingInputSchema,
  reportSpendingOutputSchema,
  revokeGrantInputSchema,
  revokeGrantOutputSchema,
  runQueryInputSchema,
  runQueryOutputSchema,
  searchRecordsInputSchema,
  searchRecordsOutputSchema,
  setAutonomyInputSchema,
  simulateAutonomyInputSchema,
  toolSchemas,
  updateRecordInputSchema,
} from './tools.ts'
