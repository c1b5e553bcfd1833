import type * as z from 'zod'
import type * as schemas from './schemas/index.ts'

export type ColumnType = z.infer<typeof schemas.columnTypeSchema>
export type Unit = z.infer<typeof schemas.unitSchema>
export type EntityReference = z.infer<typeof schemas.entityReferenceSchema>
export type Column = z.infer<typeof schemas.columnSchema>
export type Cell = z.infer<typeof schemas.cellSchema>
export type Row = z.infer<typeof schemas.rowSchema>
export type ChartSpec = z.infer<typeof schemas.chartSpecSchema>
export type ResultPage = z.infer<typeof schemas.resultPageSchema>

export type QuestionContext = z.infer<typeof schemas.questionContextSchema>
export type StepStatus = z.infer<typeof schemas.stepStatusSchema>
export type Step = z.infer<typeof schemas.stepSchema>
export type CostAmount = z.infer<typeof schemas.costAmountSchema>
export type Cost = z.infer<typeof schemas.costSchema>
export type Lineage = z.infer<typeof schemas.lineageSchema>
export type Warning = z.infer<typeof schemas.warningSchema>
export type ClarificationChoice = z.infer<typeof schemas.clarificationChoiceSchema>
export type Clarification = z.infer<typeof schemas.clarificationSchema>
export type AnswerStatus = z.infer<typeof schemas.answerStatusSchema>
export type BudgetRefusal = z.infer<typeof schemas.budgetRefusalSchema>
export type AnswerError = z.infer<typeof schemas.answerErrorSchema>
export type Answer = z.infer<typeof schemas.answerSchema>
export type AnswerEvent = z.infer<typeof schemas.answerEventSchema>

export type ApprovalState = z.infer<typeof schemas.approvalStateSchema>
export type ApprovalDecision = z.infer<typeof schemas.approvalDecisionSchema>
export type ApprovalRequest = z.infer<typeof schemas.approvalRequestSchema>
export type FieldChange = z.infer<typeof schemas.fieldChangeSchema>
export type ShownEffect = z.infer<typeof schemas.shownEffectSchema>
export type EffectClass = z.infer<typeof schemas.effectClassSchema>
export type ApprovalMove = z.infer<typeof schemas.approvalMoveSchema>
export type Grant = z.infer<typeof schemas.grantSchema>
export type GrantTerms = z.infer<typeof schemas.grantTermsSchema>
export type Autonomy = z.infer<typeof schemas.autonomySchema>
export type AutonomyLimits = z.infer<typeof schemas.autonomyLimitsSchema>
export type Simulation = z.infer<typeof schemas.simulationSchema>
export type SimulatedRequest = z.infer<typeof schemas.simulatedRequestSchema>
export type AutonomyLevel = z.infer<typeof schemas.autonomyLevelSchema>

export type CapUse = z.infer<typeof schemas.capUseSchema>
export type SpendDimension = z.infer<typeof schemas.spendDimensionSchema>
export type SpendLine = z.infer<typeof schemas.spendLineSchema>
export type AuditCall = z.infer<typeof schemas.auditCallSchema>
export type AuditChain = z.infer<typeof schemas.auditChainSchema>
export type AuditedStatement = z.infer<typeof schemas.auditStatementSchema>

export type CatalogColumn = z.infer<typeof schemas.catalogColumnSchema>
export type CatalogTable = z.infer<typeof schemas.catalogTableSchema>
export type CatalogSource = z.infer<typeof schemas.catalogSourceSchema>
export type CatalogMember = z.infer<typeof schemas.catalogMemberSchema>
export type CatalogView = z.infer<typeof schemas.catalogViewSchema>
export type CatalogEntity = z.infer<typeof schemas.catalogEntitySchema>
export type Catalog = z.infer<typeof schemas.catalogSchema>

export type RecordField = z.infer<typeof schemas.recordFieldSchema>
export type RecordSection = z.infer<typeof schemas.recordSectionSchema>
export type EntityRecord = z.infer<typeof schemas.recordSchema>
export type RecordSummary = z.infer<typeof schemas.recordSummarySchema>

type ToolSchemas = typeof schemas.toolSchemas
/** Names of the gateway's tools. */
export type ToolName = keyof ToolSchemas
/** What a caller may send: defaults may be left out. */
export type ToolInput<Name extends ToolName> = z.input<ToolSchemas[Name]['input']>
/** What a tool sees after defaults were filled in. */
export type ToolArguments<Name extends ToolName> = z.output<ToolSchemas[Name]['input']>
export type ToolOutput<Name extends ToolName> = z.infer<ToolSchemas[Name]['output']>
