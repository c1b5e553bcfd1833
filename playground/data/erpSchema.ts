/**
 * The ERP's tables. SQLite has no exact decimals, so every sum of money is stored as whole cents in an integer column
 * `*_cents`: adding integers is exact however many there are. Beside each stands a generated column of the same name
 * without the ending, declared DECIMAL, for people and records to read. Sums are taken over cents.
 */
const money = (name: string) =>
  `${name}_cents INTEGER, ${name} DECIMAL(14,2) GENERATED ALWAYS AS (${name}_cents / 100.0) VIRTUAL`

export const erpSchema = `
  CREATE TABLE orders (order_id INTEGER PRIMARY KEY, order_number TEXT NOT NULL UNIQUE, account_id INTEGER NOT NULL, order_date DATE NOT NULL,
    status TEXT NOT NULL, currency TEXT NOT NULL, line_count INT NOT NULL, ${money('total_amount')}, promised_date DATE);
  CREATE TABLE order_lines (order_id INTEGER NOT NULL REFERENCES orders, line_number INT NOT NULL, product_id INT NOT NULL, sku TEXT NOT NULL,
    description TEXT NOT NULL, quantity INT NOT NULL, ${money('unit_price')}, ${money('amount')}, PRIMARY KEY (order_id, line_number)) WITHOUT ROWID;
  CREATE TABLE invoices (invoice_id INTEGER PRIMARY KEY, invoice_number TEXT NOT NULL UNIQUE, order_id INTEGER NOT NULL REFERENCES orders,
    account_id INTEGER NOT NULL, invoice_date DATE NOT NULL, due_date DATE NOT NULL, ${money('amount')}, ${money('paid_amount')}, status TEXT NOT NULL);
  CREATE TABLE credit (account_id INTEGER PRIMARY KEY, ${money('credit_limit')}, ${money('balance')}, ${money('available_credit')},
    terms TEXT NOT NULL, on_hold BOOLEAN NOT NULL);
  CREATE TABLE shipments (shipment_id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders, account_id INTEGER NOT NULL,
    shipped_date DATE NOT NULL, carrier TEXT NOT NULL, tracking_number TEXT NOT NULL, status TEXT NOT NULL);
  CREATE TABLE inventory (sku TEXT NOT NULL, product_id INT NOT NULL, warehouse TEXT NOT NULL, on_hand INT NOT NULL, reserved INT NOT NULL,
    reorder_point INT NOT NULL, PRIMARY KEY (sku, warehouse));
  CREATE TABLE comments (table_name TEXT NOT NULL, column_name TEXT, comment TEXT NOT NULL);
`

/** Made after the rows are in, which is much faster than keeping them while rows come. */
export const erpIndexes = `
  CREATE INDEX orders_by_account ON orders (account_id, order_date);
  CREATE INDEX orders_by_date ON orders (order_date);
  CREATE INDEX invoices_by_account ON invoices (account_id);
  CREATE INDEX invoices_by_order ON invoices (order_id);
  CREATE INDEX shipments_by_account ON shipments (account_id);
  CREATE INDEX shipments_by_order ON shipments (order_id);
  ANALYZE;
`

/** What the catalog says about tables and columns; SQLite has no comments of its own. */
export const erpComments: readonly (readonly [table: string, column: string | null, comment: string])[] = [
  ['orders', null, 'Sales orders and returns of the last two years; money in US dollars'],
  ['orders', 'status', 'Open, Picking, Shipped, Invoiced, Cancelled or Return'],
  ['orders', 'currency', 'Currency that the customer pays in; amounts here are converted to US dollars'],
  ['orders', 'total_amount_cents', 'Sum of the lines in US cents: add these, not total_amount'],
  ['orders', 'total_amount', 'Sum of the lines in US dollars, to read'],
  ['order_lines', null, 'Lines of the orders; returns have negative quantities'],
  ['order_lines', 'unit_price_cents', 'Price of one piece in cents of the currency of the order'],
  ['order_lines', 'amount_cents', 'Value of the line in US cents, after discount'],
  ['invoices', null, 'Invoices of shipped orders'],
  ['invoices', 'status', 'Open, Paid or Overdue'],
  ['credit', null, 'Credit line of each account'],
  ['credit', 'balance_cents', 'What is invoiced and not yet paid, in US cents'],
  ['credit', 'on_hold', 'New orders wait until the account pays'],
  ['shipments', null, 'Shipments of the orders'],
  ['inventory', null, 'Stock by article and warehouse'],
  ['inventory', 'reserved', 'On hand but promised to open orders'],
]
