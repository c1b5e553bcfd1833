import { plainColor } from '../chart/layout/drawingOf.ts'
import type { ChartLook } from './types.ts'

const seriesCount = 8

/** The colours that the tokens stand for where an element is. */
export function lookOf(element: HTMLElement): ChartLook {
  const probe = element.appendChild(document.createElement('span'))
  const colorOf = (token: string) => {
    probe.style.color = `var(${token})`
    return plainColor(getComputedStyle(probe).color)
  }
  const look = {
    ink: colorOf('--lf-text'),
    softInk: colorOf('--lf-text-soft'),
    line: colorOf('--lf-line-strong'),
    fontFamily: getComputedStyle(element).fontFamily,
    series: Array.from({ length: seriesCount }, (_, index) => colorOf(`--lf-series-${index + 1}`)),
  }
  probe.remove()
  return look
}
