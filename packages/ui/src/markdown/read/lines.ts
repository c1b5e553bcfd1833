/** Where each line starts, and where the last whole one ends. A carriage return at the end may yet become one with a line feed. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r(?=[^\n])/g)) starts.push(index + end.length)
  return starts
}

/** Text as the parser wants it: one kind of line end, and no character that stands for none. */
export function normalLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD')
}
