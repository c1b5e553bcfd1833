import type { AnsweredQuestion } from '../types.ts'

/** Balances, credit and stock: the ERP, alone and beside the others. */
export const erp: readonly AnsweredQuestion[] = [
  {
    question: 'open balance by account top 10',
    sql: `select a.name, sum(i.amount - i.paid_amount) from erp.invoices i join crm.accounts a on a.id = i.account_id where i.status <> 'Paid' group by a.id, a.name order by 2 desc limit 10`,
    ordered: true,
  },
  {
    question: 'overdue amount by territory',
    sql: `select t.name, sum(i.amount - i.paid_amount) from erp.invoices i join crm.accounts a on a.id = i.account_id join crm.territories t on t.id = a.territory_id where i.status = 'Overdue' group by 1`,
  },
  {
    question: 'available credit for accounts in Cleveland',
    sql: `select a.name, sum(c.available_credit) from erp.credit c join crm.accounts a on a.id = c.account_id join crm.territories t on t.id = a.territory_id where t.name = 'Cleveland' group by a.id, a.name`,
  },
  { question: 'stock on hand by warehouse', sql: 'select warehouse, sum(on_hand) from erp.inventory group by 1' },
  {
    question: 'gross margin and open balance by account in Cleveland',
    sql: `with m as (select account_id, sum(revenue - cost) as margin from lakehouse.order_lines group by 1),
      b as (select account_id, sum(amount - paid_amount) as balance from erp.invoices where status <> 'Paid' group by 1)
      select a.name, m.margin, b.balance from crm.accounts a join crm.territories t on t.id = a.territory_id
      left join m on m.account_id = a.id left join b on b.account_id = a.id
      where t.name = 'Cleveland' and (m.account_id is not null or b.account_id is not null)`,
  },
]
