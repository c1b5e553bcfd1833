// The whole public surface of this package. A name added here is a promise: name it, never `export *`.
export { type Clock, createFakeClock, type FakeClock, realClock } from './clock.ts'
export {
  createTestClient,
  type ReadResultContext,
  type TestCall,
  type TestCallContext,
  type TestClient,
  type TestClientOptions,
  type TestStream,
  type TestTools,
} from './createTestClient.ts'
export {
  sampleAnswer,
  sampleCost,
  sampleLineage,
  sampleQuestion,
  sampleResultPage,
  sampleSteps,
} from './samples/answer.ts'
export { sampleApproval } from './samples/approval.ts'
export { sampleAuditCall, sampleAuditCalls } from './samples/audit.ts'
export { sampleAutonomy, sampleSimulation } from './samples/autonomy.ts'
export { sampleBudget, sampleSpending } from './samples/budget.ts'
export { sampleCatalog } from './samples/catalog.ts'
export { sampleCostlyRead } from './samples/costlyRead.ts'
export { sampleGrant } from './samples/grant.ts'
export { failedSection, sampleRecord, sampleSummaries } from './samples/record.ts'
export { sampleAccountName, sampleColumns, sampleRows } from './samples/rows.ts'
export type { CostlyReadOptions } from './scenarios/costlyRead.ts'
export { type Pace, playAnswer } from './scenarios/playAnswer.ts'
export * as scenarios from './scenarios/scenarios.ts'
export type { Script, ScriptedCall, ScriptedResult, Stage } from './script.ts'
export { type ScriptedGateway, type ScriptedGatewayOptions, scriptedGateway } from './scriptedGateway.ts'
