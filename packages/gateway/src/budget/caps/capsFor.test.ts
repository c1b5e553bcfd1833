import { expect, test } from 'vitest'
import type { BudgetCap } from '../../config/types.ts'
import { capsFor } from './capsFor.ts'

const zoe = { tenantId: 'erie', userId: 'zoe' }
const each: BudgetCap = { scope: 'user', period: 'day', capUsd: 5 }
const own: BudgetCap = { scope: 'user', id: 'zoe', period: 'day', capUsd: 50 }
const erie: BudgetCap = { scope: 'user', tenant: 'erie', period: 'day', capUsd: 7 }
const tenantMonth: BudgetCap = { scope: 'tenant', period: 'month', capUsd: 500 }
const agent: BudgetCap = { scope: 'agent', period: 'day', capUsd: 1 }

test.each([
  ['everybody’s', zoe, [each, tenantMonth], [each, tenantMonth]],
  ['their own instead of everybody’s', zoe, [each, own, tenantMonth], [own, tenantMonth]],
  ['not somebody else’s', { ...zoe, userId: 'raul' }, [each, own], [each]],
  ['their tenant’s instead of everybody’s', zoe, [each, erie], [erie]],
  ['not another tenant’s', { ...zoe, tenantId: 'other' }, [erie, each], [each]],
  ['an agent’s only when one acts', zoe, [agent, each], [each]],
  ['an agent’s beside the person’s', { ...zoe, agentId: 'bot' }, [agent, each], [agent, each]],
])('default: %s', (_case, payer, caps, expected) => {
  expect(capsFor(payer, caps)).toEqual(expected)
})
