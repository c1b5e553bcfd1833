import type { AnsweredQuestion } from './types.ts'

const revenue = 'sum(d.unitPrice::decimal(10,2) * d.quantity * (1 - d.discount::decimal(4,2)))'
const lines = `"order-details" d join orders o using (orderID) join customers c using (customerID)
  join products p using (productID) join categories g using (categoryID) join employees e using (employeeID)`

/** Asked of docs/examples/northwind; the SQL reads the CSV files themselves. */
export const northwind: readonly AnsweredQuestion[] = [
  {
    question: 'What is the lifetime revenue by customer?',
    sql: `select c.companyName, ${revenue} from ${lines} group by 1`,
  },
  {
    question: 'Top 5 customers by revenue',
    sql: `select c.companyName, ${revenue} from ${lines} group by 1 order by 2 desc limit 5`,
    ordered: true,
  },
  { question: 'revenue by category', sql: `select g.categoryName, ${revenue} from ${lines} group by 1` },
  {
    question: 'revenue by year',
    sql: `select year(o.orderDate), ${revenue} from ${lines} group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'revenue by month in 1997',
    sql: `select strftime(o.orderDate, '%Y-%m'), ${revenue} from ${lines} where year(o.orderDate) = 1997 group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'orders by employee in 1997',
    sql: `select e.firstName || ' ' || e.lastName, count(distinct o.orderID) from ${lines} where year(o.orderDate) = 1997 group by 1`,
  },
  { question: 'revenue of QUICK-Stop', sql: `select ${revenue} from ${lines} where c.companyName = 'QUICK-Stop'` },
  {
    question: 'average order value by employee',
    sql: `select e.firstName || ' ' || e.lastName, (${revenue})::double / count(distinct o.orderID) from ${lines} group by 1`,
  },
  {
    question: 'revenue by customer for country "Germany"',
    sql: `select c.companyName, ${revenue} from ${lines} where c.country = 'Germany' group by 1`,
  },
  {
    question: 'top 10 products by units',
    sql: `select p.productName, sum(d.quantity) from ${lines} group by 1 order by 2 desc, 1 limit 10`,
    ordered: true,
  },
  {
    question: 'discount given by category in 1998',
    sql: `select g.categoryName, sum(d.unitPrice::decimal(10,2) * d.quantity * d.discount::decimal(4,2)) from ${lines} where year(o.orderDate) = 1998 group by 1`,
  },
  {
    question: 'freight by shipper',
    sql: 'select s.companyName, sum(o.freight::decimal(10,2)) from orders o join shippers s on s.shipperID = o.shipVia group by 1',
  },
  {
    question: 'revenue of cote de blaye by year',
    sql: `select year(o.orderDate), ${revenue} from ${lines} where p.productName = 'Côte de Blaye' group by 1 order by 1`,
    ordered: true,
  },
  { question: 'how many customers are in Brazil?', sql: `select count(*) from customers where country = 'Brazil'` },
  {
    question: 'customers with over $50k revenue',
    sql: `select c.companyName, ${revenue} as r from ${lines} group by 1 having r > 50000`,
  },
  {
    question: 'units in stock by category',
    sql: 'select g.categoryName, sum(p.unitsInStock) from products p join categories g using (categoryID) group by 1',
  },
  {
    question: 'revenue by quarter in 1997',
    sql: `select year(o.orderDate) || '-Q' || quarter(o.orderDate), ${revenue} from ${lines} where year(o.orderDate) = 1997 group by 1 order by 1`,
    ordered: true,
  },
  {
    question: 'which customers have no orders?',
    sql: 'select companyName from customers where customerID not in (select customerID from orders)',
  },
  {
    question: 'customers with at least 25 orders',
    sql: `select c.companyName, count(distinct o.orderID) as n from ${lines} group by 1 having n >= 25`,
  },
  { question: 'revenue by country', sql: `select c.country, ${revenue} from ${lines} group by 1` },
  {
    question: 'revenue by employee',
    followUps: ['only 1998', 'top 3'],
    sql: `select e.firstName || ' ' || e.lastName, ${revenue} from ${lines} where year(o.orderDate) = 1998 group by 1 order by 2 desc limit 3`,
    ordered: true,
  },
]
