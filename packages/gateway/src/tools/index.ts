import type { ToolName } from '@lakefront/contract'
import { ask } from './ask.ts'
import { createRecord } from './createRecord.ts'
import { decideApproval } from './decideApproval.ts'
import { describeCatalog } from './describeCatalog.ts'
import { estimateQuery } from './estimateQuery.ts'
import { fetchRows } from './fetchRows.ts'
import { getRecord } from './getRecord.ts'
import { listApprovals } from './listApprovals.ts'
import { listGrants } from './listGrants.ts'
import { readAudit } from './readAudit.ts'
import { readAutonomy } from './readAutonomy.ts'
import { readBudget } from './readBudget.ts'
import { reportSpending } from './reportSpending.ts'
import { revokeGrant } from './revokeGrant.ts'
import { runQuery } from './runQuery.ts'
import { searchRecords } from './searchRecords.ts'
import { setAutonomy } from './setAutonomy.ts'
import { simulateAutonomy } from './simulateAutonomy.ts'
import type { Tool } from './tool.ts'
import { updateRecord } from './updateRecord.ts'

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
