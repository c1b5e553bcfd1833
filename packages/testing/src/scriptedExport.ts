import { type Cell, type Column, exportFormats, exportHeaders, type Row } from '@lakefront/contract'

export type ScriptedFile = {
  columns: readonly Column[]
  /** Rows as they arrive, a group each. Throwing breaks the file off. */
  groups: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>
  rowCount: number | null
  truncated: boolean
}

/** A result as a CSV file, as the gateway answers it. The only format that scripts can write. */
export function scriptedExport({ columns, groups, rowCount, truncated }: ScriptedFile): Response {
  const pieces = csvPieces(columns, groups)
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return()
      },
    },
    { highWaterMark: 0 },
  )
  const headers = new Headers({
    'content-type': exportFormats.csv.mediaType,
    'content-disposition': `attachment; filename="result.csv"; filename*=UTF-8''result.csv`,
  })
  if (rowCount !== null) headers.set(exportHeaders.rowCount, String(rowCount))
  if (truncated) headers.set(exportHeaders.truncated, 'true')
  return new Response(body, { headers })
}

async function* csvPieces(
  columns: readonly Column[],
  groups: ScriptedFile['groups'],
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  const encoder = new TextEncoder()
  yield encoder.encode(csvLine(columns.map(({ title, name }) => title ?? name)))
  for await (const rows of groups) yield encoder.encode(rows.map(csvLine).join(''))
}

function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)).join(',')}\r\n`
}
