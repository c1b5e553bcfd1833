import { fitText, textWidth } from './measureText.ts'

export type LegendItem = { text: string; x: number; y: number }

const swatchWidth = 20
const gap = 16
const lineHeight = 20

/** Where each name of a legend goes: side by side, on as many lines as it takes. Distances are from the start. */
export function layoutLegend(names: readonly string[], width: number): { items: LegendItem[]; height: number } {
  if (names.length < 2) return { items: [], height: 0 }
  let [x, y] = [0, 0]
  const items = names.map((name) => {
    const text = fitText(name, width - swatchWidth)
    const itemWidth = swatchWidth + textWidth(text)
    if (x > 0 && x + itemWidth > width) [x, y] = [0, y + lineHeight]
    const item = { text, x, y }
    x += itemWidth + gap
    return item
  })
  return { items, height: y + lineHeight + 8 }
}
