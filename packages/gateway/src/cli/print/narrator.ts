import { stripVTControlCharacters, styleText } from 'node:util'
import type { Answer, AnswerEvent, CostAmount, Step } from '@lakefront/contract'

export type Narrator = {
  ask(question: string): void
  tell(event: AnswerEvent): void
  end(answer: Answer): void
}

/** Tells on standard error what happens: plan, SQL, estimate, and what each step read. */
export function createNarrator(stream: NodeJS.WriteStream): Narrator {
  const write = (text: string) => stream.write(`${stripVTControlCharacters(text)}\n`)
  const dim = (text: string) => stream.write(`${styleText('dim', stripVTControlCharacters(text), { stream })}\n`)
  return {
    ask: (question) => write(`? ${question}`),
    tell(event) {
      if (event.type === 'plan-ready') {
        write(event.explanation)
        const { expected } = event.cost.estimate
        dim(
          `  Estimate: ${formatAmount(expected)} (${certainty[event.cost.estimate.confidence]}; ${event.cost.estimate.basis})`,
        )
        for (const step of event.steps) dim(`  ${step.sourceTitle}: ${step.purpose}\n${indent(step.sql)}`)
      }
      if (event.type === 'step-end') write(`  ${describeStep(event.step)}`)
    },
    end: ({ status, cost, durationMs }) => {
      const actual = cost.actual ? `, read ${formatAmount(cost.actual)}` : ''
      write(`  ${status} in ${formatSeconds(durationMs)}${actual}`)
    },
  }
}

function describeStep({ sourceTitle, status, rows, durationMs, error }: Step): string {
  if (status === 'failed') return `${sourceTitle}: ${error ?? 'failed'}`
  return `${sourceTitle}: ${status}, ${rows ?? '?'} rows${durationMs === null ? '' : `, ${formatSeconds(durationMs)}`}`
}

const certainty = { none: 'not certain', heuristic: 'a rough guess', 'upper-bound': 'at most', exact: 'exact' }

/** Questions cost fractions of a cent. */
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 })

function formatAmount({ bytesScanned, costUsd }: CostAmount): string {
  const bytes = bytesScanned === null ? 'bytes not known' : formatBytes(bytesScanned)
  return costUsd === null ? bytes : `${bytes}, ${dollars.format(costUsd)}`
}

function formatBytes(bytes: number): string {
  const exponent = Math.min(4, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'][exponent]
  const style = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat('en-US', style as Intl.NumberFormatOptions).format(bytes / 1_000 ** exponent)
}

function formatSeconds(durationMs: number): string {
  return `${(durationMs / 1_000).toFixed(2)} s`
}

function indent(sql: string): string {
  return sql.replace(/^/gm, '    ')
}
