import type { AnsweredQuestion } from '../types.ts'

/** Accounts, opportunities, cases and leads: the CRM alone. */
export const crm: readonly AnsweredQuestion[] = [
  {
    question: 'How many accounts are in the Cleveland territory?',
    sql: `select count(*) from crm.accounts a join crm.territories t on t.id = a.territory_id where t.name = 'Cleveland'`,
  },
  {
    question: 'number of accounts by territory',
    sql: 'select t.name, count(*) from crm.accounts a join crm.territories t on t.id = a.territory_id group by 1',
  },
  {
    question: 'pipeline by stage',
    sql: `select stage, sum(amount) from crm.opportunities where stage not in ('Won', 'Lost') group by 1`,
  },
  {
    question: 'pipeline by account in Cleveland',
    sql: `select a.name, sum(o.amount) from crm.opportunities o join crm.accounts a on a.id = o.account_id join crm.territories t on t.id = a.territory_id
      where t.name = 'Cleveland' and o.stage not in ('Won', 'Lost') group by a.id, a.name`,
  },
  {
    question: 'how many open cases by priority',
    sql: 'select priority, count(*) from crm.cases where closed_at is null group by 1',
  },
  {
    question: 'won amount by owner in 2026',
    sql: `select w.name, sum(o.amount) from crm.opportunities o join crm.owners w on w.id = o.owner_id where o.stage = 'Won' and year(o.close_date) = 2026 group by 1`,
  },
  {
    question: 'list accounts in Erie territory',
    sql: `select a.name from crm.accounts a join crm.territories t on t.id = a.territory_id where t.name = 'Erie' order by 1`,
  },
  {
    question: 'list open opportunities over 50k in Cleveland',
    sql: `select o.name, a.name, o.close_date, o.amount from crm.opportunities o join crm.accounts a on a.id = o.account_id
      join crm.territories t on t.id = a.territory_id where t.name = 'Cleveland' and o.stage not in ('Won', 'Lost') and o.amount > 50000`,
  },
  {
    question: 'cases opened in the last 30 days by priority',
    sql: `select priority, count(*) from crm.cases where cast(opened_at as date) > date '2026-11-22' - 30
      and cast(opened_at as date) <= '2026-11-22' group by priority`,
  },
  {
    question: 'leads by source this year',
    sql: `select source, count(*) from crm.leads where year(created_at) = 2026 group by source`,
  },
]
