import { RequestError } from '@lakefront/client'
import type { Answer } from '@lakefront/contract'
import { sampleAnswer, sampleSteps } from '../samples/answer.ts'
import { sampleCatalog } from '../samples/catalog.ts'
import { failedSection, sampleRecord, sampleSummaries } from '../samples/record.ts'
import { sampleColumns, sampleRows } from '../samples/rows.ts'
import type { Script, ScriptedResult, Stage } from '../script.ts'
import { audited } from './audit.ts'
import { type Pace, playAnswer } from './playAnswer.ts'

const retryDelayMs = 20_000
const listLength = 42

export { approvals } from './approvals.ts'
export { audited } from './audit.ts'
export { autonomy } from './autonomy.ts'
export { budgets } from './budgets.ts'
export { costlyRead } from './costlyRead.ts'

/** What every scenario has: a catalog, records, a list of accounts, and an audit trail. */
export const baseScript: Script = {
  ...audited(),
  describe_catalog: () => sampleCatalog(),
  get_record: ({ entity, id, sections }, stage) => {
    if (entity !== 'account') throw new RequestError('unknown-entity', { message: `There is no entity ${entity}.` })
    const whole = sampleRecord({ id })
    const wanted = whole.sections.filter((section) => !sections || sections.includes(section.id))
    return { ...whole, sections: wanted.map((section) => ({ ...section, asOf: stage.timestamp() })) }
  },
  search_records: ({ query, limit, offset }, stage) => {
    const found = sampleSummaries(listLength).filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()))
    return { records: found.slice(offset, offset + limit), total: found.length, asOf: stage.timestamp() }
  },
}

function askScript(answer: (question: string, stage: Stage) => Answer, pace?: Pace): Script {
  return {
    ...baseScript,
    ask: ({ question }, stage) => playAnswer(stage, { ...answer(question, stage), question }, pace),
  }
}

/** Answers with what {@link sampleAnswer} is given, and rows that are really streamed. */
export function answering(overrides: Partial<Answer> = {}, result: Partial<ScriptedResult> = {}, pace?: Pace): Script {
  return askScript((_question, stage) => {
    const page = stage.openResult({ columns: sampleColumns, rows: sampleRows(), ...result })
    return sampleAnswer({ result: page, ...overrides })
  }, pace)
}

/** Takes its time over everything, so that what is shown meanwhile can be looked at. */
export function answeringSlowly(pace: Pace = { planMs: 600, stepMs: 900, wordMs: 60 }): Script {
  return answering({}, {}, pace)
}

/** Thinks until it is stopped. */
export function neverAnswering(): Script {
  return answering({}, {}, { planMs: 0, stepMs: 2 ** 30 })
}

/** A long table that arrives batch by batch. */
export function longTable(rowCount = 10_000, batchDelayMs = 0): Script {
  return answering({}, { rows: sampleRows(rowCount), batchDelayMs })
}

/** Nothing matched. */
export function empty(): Script {
  return answering({ text: 'No order lines match.', suggestions: ['all time'] }, { rows: [] })
}

/** Cut off by a limit. */
export function truncated(): Script {
  return answering(
    { warnings: [{ code: 'truncated', message: 'Only the first 10,000 rows are shown.' }] },
    { rows: sampleRows(10_000), truncated: true },
  )
}

/** A word means two things. */
export function clarification(): Script {
  const message = '“Erie” is a city and a territory. Which one do you mean?'
  return askScript(() =>
    withoutResult({
      status: 'clarification',
      text: message,
      clarification: {
        reason: 'ambiguous',
        words: ['Erie'],
        message,
        choices: [
          {
            label: 'Territory Erie',
            question: 'Gross margin by account for territory "Erie"',
            description: '31 accounts',
          },
          { label: 'City Erie', question: 'Gross margin by account for city "Erie"', description: '12 accounts' },
        ],
      },
    }),
  )
}

/** A source is down and nothing can be said without it. */
export function unavailable(): Script {
  return askScript((_question, stage) => {
    const message = 'The lakehouse is currently unavailable.'
    const steps = sampleSteps.map((step) =>
      step.source === 'crm'
        ? step
        : {
            ...step,
            status: step.source === 'lakehouse' ? ('failed' as const) : ('skipped' as const),
            rows: null,
            durationMs: null,
            bytesScanned: null,
          },
    )
    const error = { code: 'source-unavailable', message, retryable: true, source: 'lakehouse', retryAt: later(stage) }
    return withoutResult({ status: 'unavailable', text: message, steps, error })
  })
}

/** An optional source is down: an answer that names what is missing. */
export function partial(): Script {
  return answering({
    status: 'partial',
    text: 'The ERP is currently unavailable, so open balances are missing. Gross margin is complete.',
    warnings: [{ code: 'source-unavailable', message: 'The ERP is currently unavailable.', source: 'erp' }],
  })
}

/** Asked for something that is not allowed. */
export function refused(): Script {
  return askScript(() =>
    withoutResult({ status: 'refused', text: 'I can read figures and records, but not change or send them.' }),
  )
}

/** A fault that nobody planned. */
export function failed(): Script {
  const error = {
    code: 'statement-failed',
    message: 'The lakehouse did not accept the statement.',
    retryable: false,
    source: 'lakehouse',
  }
  return askScript(() => withoutResult({ status: 'failed', text: '', error }))
}

/** The first page arrives; the handle is gone when the rest is asked for. */
export function expiredResult(): Script {
  return answering({}, { rows: sampleRows(1_000), refuses: 'expired-handle' })
}

/** The stream breaks, and breaks again when it is taken up. */
export function cutResult(): Script {
  return answering({}, { rows: sampleRows(10_000), cutAfterBatch: 1, cutAlways: true })
}

/** Records whose ERP sections can not be read now; everything else can. */
export function recordWithoutErp(): Script {
  return {
    ...baseScript,
    get_record: async (input, stage) => {
      const whole = await baseScript.get_record!(input, stage)
      const message = 'The ERP is currently unavailable.'
      return {
        ...whole,
        sections: whole.sections.map((section) =>
          section.source === 'erp' ? failedSection(section, message, later(stage)) : section,
        ),
      }
    },
  }
}

/** No such record. */
export function recordNotFound(): Script {
  return {
    ...baseScript,
    get_record: ({ id }) => {
      throw new RequestError('record-not-found', { message: `There is no account ${id}.` })
    },
  }
}

function withoutResult(overrides: Partial<Answer>): Answer {
  const { result: _result, ...answer } = sampleAnswer({
    text: '',
    title: '',
    explanation: '',
    steps: [],
    suggestions: [],
    ...overrides,
  })
  return answer
}

function later(stage: Stage): string {
  return new Date(Date.parse(stage.timestamp()) + retryDelayMs).toISOString()
}
