/** The kit's own text sizes in charts, which the tests and the server have no way to look up. */
const chartFontSize = 12
export const axisFontSize = 11
const emPerCharacter = 0.56

let context: CanvasRenderingContext2D | null | undefined

/** How wide a text will be, by the browser's own measure; an estimate where there is none. */
export function textWidth(text: string, fontSize = chartFontSize): number {
  if (context === undefined && typeof document !== 'undefined')
    context = document.createElement('canvas').getContext('2d')
  if (!context) return text.length * fontSize * emPerCharacter
  context.font = `${fontSize}px 'Inter Variable', Inter, system-ui, sans-serif`
  return context.measureText(text).width
}

/** The width of the widest, rounded up. */
export function widest(texts: readonly string[], fontSize = chartFontSize): number {
  return Math.ceil(texts.reduce((width, text) => Math.max(width, textWidth(text, fontSize)), 0))
}

/** As much of a text as there is room for, with an ellipsis where it was cut. */
export function fitText(text: string, width: number, fontSize = chartFontSize): string {
  if (textWidth(text, fontSize) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > width) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
