import { draw } from './random.ts'

/** What one unit of a currency was worth in US dollars from the first of a month on, in millionths. */
export type ExchangeRate = { currency: string; date: string; rateMillionths: number }

/** The price list of a currency is made with a fixed factor, while its rate moves: so margins abroad drift, as in life. */
export const priceListFactors: Record<string, { factorPercent: number; rateMillionths: number }> = {
  USD: { factorPercent: 100, rateMillionths: 1_000_000 },
  CAD: { factorPercent: 136, rateMillionths: 742_000 },
  EUR: { factorPercent: 92, rateMillionths: 1_096_000 },
  MXN: { factorPercent: 1_890, rateMillionths: 53_400 },
}

/** Monthly rates of every currency, from 2018 to the end of the data. */
export function makeExchangeRates(): readonly ExchangeRate[] {
  return Object.entries(priceListFactors).flatMap(([currency, { rateMillionths }], currencyIndex) => {
    let rate = rateMillionths
    return months().map((date, month) => {
      // A walk in steps of up to 1.2 % that is drawn back to its start, so that no currency runs away.
      const step = currency === 'USD' ? 0 : draw(month * 8 + currencyIndex, 41, 25) - 12
      rate += Math.round((rate * step) / 1_000 + (rateMillionths - rate) / 12)
      return { currency, date, rateMillionths: rate }
    })
  })
}

function months(): readonly string[] {
  const all = Array.from({ length: 9 * 12 }, (_, index) =>
    new Date(Date.UTC(2018, index, 1)).toISOString().slice(0, 10),
  )
  return all.filter((date) => date <= '2026-11-01')
}
