import type { ToolName } from '@lakefront/contract'
import { decideApproval } from './approvals/decideApproval.ts'
import { listApprovals } from './approvals/listApprovals.ts'
import { readAudit } from './audit/readAudit.ts'
import { readAutonomy } from './autonomy/readAutonomy.ts'
import { setAutonomy } from './autonomy/setAutonomy.ts'
import { simulateAutonomy } from './autonomy/simulateAutonomy.ts'
import { listGrants } from './grants/listGrants.ts'
import { revokeGrant } from './grants/revokeGrant.ts'
import { readBudget } from './money/readBudget.ts'
import { reportSpending } from './money/reportSpending.ts'
import { describeCatalog } from './queries/describeCatalog.ts'
import { estimateQuery } from './queries/estimateQuery.ts'
import { runQuery } from './queries/runQuery.ts'
import { ask } from './questions/ask.ts'
import { createRecord } from './records/createRecord.ts'
import { getRecord } from './records/getRecord.ts'
import { searchRecords } from './records/searchRecords.ts'
import { updateRecord } from './records/updateRecord.ts'
import { fetchRows } from './results/fetchRows.ts'
import type { Tool } from './tool.ts'

/** Every tool of the gateway, by the name it has on the wire. */
export const tools: { readonly [Name in ToolName]: Tool<Name> } = {
  ask,
  run_query: runQuery,
  estimate_query: estimateQuery,
  fetch_rows: fetchRows,
  describe_catalog: describeCatalog,
  get_record: getRecord,
  search_records: searchRecords,
  create_record: createRecord,
  update_record: updateRecord,
  decide_approval: decideApproval,
  list_approvals: listApprovals,
  list_grants: listGrants,
  revoke_grant: revokeGrant,
  read_autonomy: readAutonomy,
  set_autonomy: setAutonomy,
  simulate_autonomy: simulateAutonomy,
  read_budget: readBudget,
  report_spending: reportSpending,
  read_audit: readAudit,
}
