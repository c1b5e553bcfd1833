import { expect, test } from 'vitest'
import type { MetricView, SemanticModel } from '../semantic/port.ts'
import type { ConfigError } from './ConfigError.ts'
import { checkModel } from './checkModel.ts'
import type { EntityConfig, LakefrontConfig } from './types.ts'

const named = (name: string) => ({ name })
const view = (dimensions: string[], measures: string[]) =>
  ({ dimensions: dimensions.map(named), measures: measures.map(named) }) as unknown as MetricView

const model: SemanticModel = {
  views: new Map([
    ['accounts', view(['account_id', 'account_name', 'territory'], ['accounts'])],
    ['sales', view(['account_id', 'order_date'], ['gross_margin'])],
  ]),
  entities: new Map(),
}

const account: EntityConfig = {
  title: 'Account',
  view: 'accounts',
  key: 'account_id',
  label: 'account_name',
  references: { sales: 'account_id' },
}

function problemsOf(changes: Partial<EntityConfig>): readonly string[] {
  try {
    checkModel({ entities: { account: { ...account, ...changes } } } as unknown as LakefrontConfig, model)
    return []
  } catch (error) {
    return (error as ConfigError).problems
  }
}

test('default', () => {
  expect(problemsOf({})).toEqual([])
})

test.each<[string, Partial<EntityConfig>, string]>([
  [
    'a key',
    { key: 'acount_id' },
    'entities.account.key: expected a dimension of the view "accounts" of this configuration, got "acount_id"; did you mean "account_id"?',
  ],
  [
    'a reference',
    { references: { sales: 'customer' } },
    'entities.account.references.sales: expected a dimension of the view "sales" of this configuration, got "customer"; known are account_id, order_date',
  ],
  [
    'a summary',
    { summary: ['teritory'] },
    'entities.account.summary[0]: expected a dimension of the view "accounts" of this configuration, got "teritory"; did you mean "territory"?',
  ],
  [
    'a figure',
    { record: [{ id: 'm', title: 'Margin', kind: 'figure', measure: 'sales.margin' }] },
    'entities.account.record[0].measure: expected a measure of the view "sales" of this configuration, got "margin"; known are gross_margin',
  ],
])('behavior: refuses %s that no view has', (_case, changes, problem) => {
  expect(problemsOf(changes)).toEqual([problem])
})

test('behavior: a figure needs a view that knows the record', () => {
  const record = [{ id: 'm', title: 'Margin', kind: 'figure' as const, measure: 'sales.gross_margin' }]
  expect(problemsOf({ references: {}, record })).toHaveLength(1)
})
