// Every schema of the contract. Importing this brings zod; pages that only need types import '@lakefront/contract'.

export {
  answerErrorSchema,
  answerSchema,
  answerStatusSchema,
  budgetRefusalSchema,
  clarificationChoiceSchema,
  clarificationSchema,
  costAmountSchema,
  costSchema,
  lineageSchema,
  questionContextSchema,
  stepSchema,
  stepStatusSchema,
  warningSchema,
} from './answer.ts'
export {
  approvalDecisionSchema,
  approvalRequestSchema,
  approvalStateSchema,
  autonomyLevelSchema,
  effectClassSchema,
  fieldChangeSchema,
  shownEffectSchema,
} from './approval.ts'
export {
  catalogColumnSchema,
  catalogEntitySchema,
  catalogMemberSchema,
  catalogSchema,
  catalogSourceSchema,
  catalogTableSchema,
  catalogViewSchema,
} from './catalog.ts'
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
  maxQuestionLength,
  runQueryInputSchema,
  runQueryOutputSchema,
  searchRecordsInputSchema,
  searchRecordsOutputSchema,
  toolSchemas,
  updateRecordInputSchema,
} from './tools.ts'
