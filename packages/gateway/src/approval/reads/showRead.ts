import type { Cost, ShownEffect } from '@lakefront/contract'
import type { Read } from './types.ts'

/** A read as the approver sees it. */
export function showRead(read: Read): ShownEffect {
  const { tool, question, statements, tables, estimate, pricesAsOf, rows, piiClasses } = read
  const billed = read.billedBy[0] ?? { source: statements[0]?.source ?? '', title: statements[0]?.sourceTitle ?? '' }
  return {
    tool,
    title: titleOf(read),
    effectClass: 'costly-read',
    source: billed.source,
    sourceTitle: billed.title,
    changes: [],
    ...(question !== undefined && { question }),
    statements: statements.map(({ source, sourceTitle, dialect, sql }) => ({ source, sourceTitle, dialect, sql })),
    tables: [...tables],
    estimate,
    pricesAsOf,
    rows,
    // Whose personal data it reads is known by column, not by number.
    people: piiClasses.length > 0 ? null : 0,
    piiClasses: [...piiClasses],
    channels: [],
  }
}

function titleOf({ billedBy, statements, estimate }: Read): string {
  const titles = billedBy.length > 0 ? billedBy.map(({ title }) => title) : statements.map((each) => each.sourceTitle)
  const places = new Intl.ListFormat('en').format([...new Set(titles)].map((title) => `the ${title}`))
  return `Read ${sizeOf(estimate)} at ${places} ${priceOf(estimate)}`
}

function sizeOf({ expected }: Cost['estimate']): string {
  return expected.bytesScanned === null ? 'an unknown amount' : `about ${bytesText(expected.bytesScanned)}`
}

function priceOf({ high }: Cost['estimate']): string {
  return high.costUsd === null ? 'at a price that nobody can tell' : `for up to ${dollars(high.costUsd)}`
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte']

function bytesText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const unitDisplay = power === 0 ? 'long' : 'short'
  const unit = { style: 'unit', unit: units[power]!, unitDisplay, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat('en', unit).format(bytes / 1_000 ** power)
}

/** Cents for what people would call money, the digits that count below a cent. */
function dollars(amountUsd: number): string {
  const isSmall = amountUsd > 0 && amountUsd < 0.01
  const digits = isSmall ? { maximumSignificantDigits: 2 } : {}
  return new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', ...digits }).format(amountUsd)
}
