import type { Catalog } from '@lakefront/contract'
import { sampleRecord } from './record.ts'

/** Two sources, one metric view, one entity, and questions to start with. */
export function sampleCatalog(overrides: Partial<Catalog> = {}): Catalog {
  return {
    sources: [
      { id: 'lakehouse', title: 'Lakehouse', dialect: 'duckdb', status: 'available', tables: [] },
      { id: 'crm', title: 'CRM', dialect: 'postgres', status: 'available', tables: [] },
      { id: 'erp', title: 'ERP', dialect: 'sqlite', status: 'available', tables: [] },
    ],
    views: [
      {
        name: 'sales',
        source: 'lakehouse',
        measures: [
          {
            id: 'sales.gross_margin',
            title: 'Gross margin',
            synonyms: ['GM', 'profit'],
            type: 'decimal',
            unit: 'currency',
          },
          { id: 'sales.revenue', title: 'Revenue', synonyms: ['sales', 'turnover'], type: 'decimal', unit: 'currency' },
        ],
        dimensions: [{ id: 'sales.order_date', title: 'Order date', synonyms: [], type: 'date' }],
      },
    ],
    entities: [
      {
        name: 'account',
        title: 'Account',
        pluralTitle: 'Accounts',
        source: 'crm',
        sections: sampleRecord().sections.map(({ id, title, kind, source, sourceTitle }) => ({
          id,
          title,
          kind,
          source,
          sourceTitle,
        })),
      },
    ],
    suggestions: [
      'What is the lifetime gross margin by account for the Cleveland territory?',
      'Revenue by quarter in 2025',
      'Top 10 accounts by open balance',
    ],
    ...overrides,
  }
}
