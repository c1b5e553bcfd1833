import { defineConfig } from '@lakefront/gateway'

// Set NORTHWIND_DATA to the folder that holds customers.csv, orders.csv and the others.
const folder = process.env.NORTHWIND_DATA ?? '../../../../shared/data/northwind'

/** Northwind Traders: one folder of CSV files as the lakehouse, its customers as the accounts of the CRM. */
export default defineConfig({
  sources: {
    northwind: { title: 'Northwind', files: { folder, nullText: 'NULL' } },
  },
  views: [
    { file: './semantic/sales.yaml', source: 'northwind', timeDimension: 'order_date' },
    { file: './semantic/customers.yaml', source: 'northwind' },
    { file: './semantic/freight.yaml', source: 'northwind', timeDimension: 'order_date' },
    { file: './semantic/stock.yaml', source: 'northwind' },
  ],
  entities: {
    account: {
      title: 'Customer',
      pluralTitle: 'Customers',
      synonyms: ['account', 'client'],
      view: 'customers',
      key: 'customer_id',
      label: 'customer_name',
      references: { sales: 'customer_id', freight: 'customer_id' },
      summary: ['city', 'country', 'contact'],
      record: [
        { id: 'revenue', title: 'Lifetime revenue', kind: 'figure', measure: 'sales.revenue' },
        { id: 'orders', title: 'Orders', kind: 'figure', measure: 'sales.order_count' },
        {
          id: 'details',
          title: 'Details',
          kind: 'fields',
          dimensions: ['contact', 'contact_title', 'city', 'region', 'country', 'phone'],
        },
        {
          id: 'order-history',
          title: 'Orders',
          kind: 'table',
          source: 'northwind',
          table: 'orders',
          keyColumn: 'customerID',
          columns: [
            { name: 'orderID', title: 'Order' },
            { name: 'orderDate', title: 'Ordered' },
            { name: 'shippedDate', title: 'Shipped' },
            { name: 'freight', title: 'Freight', unit: 'currency', currency: 'USD' },
          ],
          orderBy: 'orderDate',
          descending: true,
          limit: 50,
        },
      ],
    },
  },
  authentication: { jwtSecret: process.env.LAKEFRONT_JWT_SECRET ?? 'northwind-example-secret-change-me!!' },
})
