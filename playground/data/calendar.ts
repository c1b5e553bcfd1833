import { dataEnd, dataStart } from './accounts.ts'

/** A day on which orders come in, with how many come on it and how many came before it, in no particular unit. */
export type OrderDay = { date: string; weight: number; weightBefore: number }

/** Orders per year against 2018, in thousandths: steady growth, a dip in 2020. */
const growth: Record<number, number> = {
  2018: 1000,
  2019: 1070,
  2020: 930,
  2021: 1130,
  2022: 1290,
  2023: 1350,
  2024: 1420,
  2025: 1530,
  2026: 1610,
}
/** January to December, in hundredths: plants buy before summer shutdowns and spend budgets in autumn. */
const season = [88, 90, 104, 103, 106, 108, 91, 97, 106, 112, 101, 84]
/** Monday to Friday, in hundredths. */
const weekday = [0, 112, 108, 103, 98, 79, 0]
const holidays = new Set(['01-01', '07-04', '12-24', '12-25', '12-26'])

const oneDay = 86_400_000

/** Every business day from the first to the last, in order. */
export function orderDays(): readonly OrderDay[] {
  const days: OrderDay[] = []
  let weightBefore = 0
  for (let time = Date.parse(dataStart); time <= Date.parse(dataEnd); time += oneDay) {
    const weight = weightOf(new Date(time))
    if (weight === 0) continue
    days.push({ date: new Date(time).toISOString().slice(0, 10), weight, weightBefore })
    weightBefore += weight
  }
  return days
}

function weightOf(day: Date): number {
  if (holidays.has(day.toISOString().slice(5, 10))) return 0
  const yearly = growth[day.getUTCFullYear()] ?? 0
  return Math.round((yearly * (season[day.getUTCMonth()] ?? 0) * (weekday[day.getUTCDay()] ?? 0)) / 10_000)
}
