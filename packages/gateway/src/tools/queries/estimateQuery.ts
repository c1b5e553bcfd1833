import { estimateSteps } from '../../cost/estimateSteps.ts'
import { guardStatement } from '../../guard/guardStatement.ts'
import type { Tool } from '../tool.ts'
import { unknownSource } from './describeCatalog.ts'

/** Says what a statement would cost. Runs nothing. */
export const estimateQuery: Tool<'estimate_query'> = {
  name: 'estimate_query',
  title: 'Estimate a query',
  description:
    'Says what a read-only SQL statement would read and cost at its source, as a range with its basis and the date of ' +
    'the prices, without running it. What is not known is null.',
  isRecorded: () => false,
  async run({ source: id, sql }, { rooms, signal }) {
    const { sources, config, calibration } = rooms
    const source = sources.get(id)
    if (!source) throw unknownSource(id, [...sources.keys()])
    guardStatement(sql, { dialect: source.dialect })
    const estimate = await estimateSteps([{ source, sql }], { prices: config.prices, signal })
    const cost = { estimate, actual: null, pricesAsOf: config.prices?.asOf ?? null }
    return { cost, pastError: await calibration.error() }
  },
  toText({ cost: { estimate, pricesAsOf } }) {
    const { low, expected, high, basis } = estimate
    if (expected.costUsd === null) return `The cost is not known (${basis}).`
    const dated = pricesAsOf === null ? '' : `, prices of ${pricesAsOf}`
    return `About $${expected.costUsd} (from $${low.costUsd} to $${high.costUsd}; ${basis}${dated}).`
  },
}
