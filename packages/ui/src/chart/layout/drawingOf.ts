import { textWidth } from './measureText.ts'

export type PictureText = {
  title: string
  /** Whatever must be known of the picture once it is away from its page. */
  notes: readonly string[]
}

const [margin, titleHeight, lineHeight, fontSize, titleSize] = [16, 28, 18, 12, 14]
const namespace = 'http://www.w3.org/2000/svg'
const painted = ['fill', 'stroke'] as const
const kept = [
  'fill-opacity',
  'stroke-width',
  'paint-order',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'direction',
  'unicode-bidi',
] as const

/** A drawing that stands alone: every style written out, its title above and its notes below, on its own ground. */
export function drawingOf(svg: SVGSVGElement, { title, notes }: PictureText): SVGSVGElement {
  const { width, height } = svg.viewBox.baseVal
  const style = getComputedStyle(svg)
  const ink = plainColor(style.color)
  const lines = notes.flatMap((note) => wrap(note, width))
  const whole = [width + margin * 2, height + margin * 2 + titleHeight + lines.length * lineHeight] as const

  const drawing = document.createElementNS(namespace, 'svg')
  setAll(drawing, { xmlns: namespace, width: whole[0], height: whole[1], viewBox: `0 0 ${whole[0]} ${whole[1]}` })
  drawing.append(shape('rect', { width: '100%', height: '100%', fill: plainColor(groundOf(svg)) }))
  const start = style.direction === 'rtl' ? whole[0] - margin : margin
  const font = { fill: ink, 'font-family': style.fontFamily, direction: style.direction }
  drawing.append(text(title, { ...font, x: start, y: margin + titleSize, 'font-size': titleSize, 'font-weight': 600 }))

  const plot = shape('g', { transform: `translate(${margin} ${margin + titleHeight})` })
  plot.append(...[...svg.children].map((child) => standing(child)))
  const below = margin + titleHeight + height
  const written = lines.map((line, index) =>
    text(line, { ...font, x: start, y: below + (index + 1) * lineHeight, 'font-size': fontSize }),
  )
  drawing.append(plot, ...written)
  return drawing
}

/** A copy with the styles that it was drawn with; what only serves pointer and keyboard stays behind. */
function standing(element: Element): Element {
  const copy = element.cloneNode(false) as Element
  const style = getComputedStyle(element)
  for (const name of [...copy.getAttributeNames()])
    if (/^(class|style|role|tabindex|aria-|data-)/.test(name)) copy.removeAttribute(name)
  for (const name of painted) copy.setAttribute(name, plainColor(style.getPropertyValue(name)))
  for (const name of kept) copy.setAttribute(name, style.getPropertyValue(name))
  const shown = [...element.childNodes].filter((child) => !(child instanceof Element && isUnseen(child)))
  copy.append(...shown.map((child) => (child instanceof Element ? standing(child) : child.cloneNode(true))))
  return copy
}

function isUnseen(element: Element): boolean {
  return getComputedStyle(element).display === 'none'
}

/** Programs that draw SVG know hexadecimal colours; few know OKLCH. */
export function plainColor(color: string): string {
  if (color === 'none' || color === '') return 'none'
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!context) return color
  context.fillStyle = color
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data
  if (alpha === 0) return 'none'
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function groundOf(element: Element | null): string {
  if (!element) return 'white'
  const color = getComputedStyle(element).backgroundColor
  return plainColor(color) === 'none' ? groundOf(element.parentElement) : color
}

function wrap(note: string, width: number): string[] {
  const lines: string[] = []
  for (const word of note.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function text(content: string, attributes: Record<string, string | number>): Element {
  const element = shape('text', attributes)
  element.textContent = content
  return element
}

function shape(tag: string, attributes: Record<string, string | number>): Element {
  const element = document.createElementNS(namespace, tag)
  setAll(element, attributes)
  return element
}

function setAll(element: Element, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}
