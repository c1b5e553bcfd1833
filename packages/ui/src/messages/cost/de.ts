import type { CostMessages } from './types.ts'

export const cost: CostMessages = {
  cost: 'Kosten',
  estimated: 'Geschätzt',
  expected: 'Erwartet',
  came: 'Tatsächlich',
  amountAndSize: (amount, size) => `${amount} · ${size}`,
  confidence: 'Wie sicher',
  confidences: {
    exact: { name: 'Genau', meaning: 'Die Quelle hat gesagt, was sie lesen wird.' },
    'upper-bound': { name: 'Höchstens', meaning: 'Mehr wird es nicht; vielleicht weniger.' },
    heuristic: {
      name: 'Faustregel',
      meaning: 'Aus Größen und früheren Läufen errechnet; es kann mehr oder weniger werden.',
    },
    none: { name: 'Nicht bekannt', meaning: 'Die Quelle kann es vorher nicht sagen.' },
  },
  basis: 'Errechnet aus',
  pricesOf: 'Preise vom',
  noPrices: 'Es sind keine Preise hinterlegt: Bekannt ist höchstens die Datenmenge, nicht der Betrag.',
  pastError: 'Bisherige Schätzungen',
  noPastRuns: 'Ein Lauf wie dieser ist noch nicht bekannt.',
  pastRuns: (_count, formatted, median, p90) =>
    `Läufe: ${formatted}. Die Hälfte kam auf höchstens ${median} des Erwarteten, neun von zehn auf höchstens ${p90}.`,
  estimating: 'Kosten werden ermittelt…',
}
