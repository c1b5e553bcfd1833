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
  describeCatalogInputSchema,
  describeCatalogOutputSchema,
  estimateQueryInputSchema,
  estimateQueryOutputSchema,
  fetchRowsInputSchema,
  fetchRowsOutputSchema,
  getRecordInputSchema,
  getRecordOutputSchema,
  maxQuestionLength,
  runQueryInputSchema,
  runQueryOutputSchema,
  searchRecordsInputSchema,
  searchRecordsOutputSchema,
  toolSchemas,
} from './tools.ts'
