/** What follows `from` where orders are read with the account and the territory that they belong to. */
export const lines =
  'lakehouse.order_lines l join crm.accounts a on a.id = l.account_id join crm.territories t on t.id = a.territory_id'
