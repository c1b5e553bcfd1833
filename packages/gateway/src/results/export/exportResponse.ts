import { type ExportFormat, exportFormats, exportHeaders } from '@lakefront/contract'
import { GatewayError } from '../../errors.ts'
import type { Caller, ResultStore } from '../port.ts'
import { arrowFile } from './arrowFile.ts'
import { csvFile } from './csvFile.ts'
import { attachment } from './fileName.ts'
import { parquetFile } from './parquetFile.ts'
import type { WriteFile } from './port.ts'
import { readStream } from './readStream.ts'

const exportPath = /^(\/results\/[^/]+)\/export$/

/** Whether a request asks for a result as a file. */
export function isExport({ url }: Request): boolean {
  return exportPath.test(new URL(url).pathname)
}

/**
 * Answers `/results/<handle>/export`: the rows of a result as a file, written while they are read, at the pace of who
 * takes them. It is a reader of the result's stream like any other, with the same link and the same rights.
 */
export async function exportResponse(
  request: Request,
  caller: Caller,
  results: Pick<ResultStore, 'page' | 'stream'>,
): Promise<Response> {
  const url = new URL(request.url)
  const format = formatOf(url)
  const link = linkOf(url)
  const stream = await results.stream(new Request(link, { headers: request.headers, signal: request.signal }), caller)
  const reader = stream.body!.getReader()
  try {
    const page = await results.page(link.pathname.split('/')[2]!, { caller, offset: 0, limit: 0 })
    const rows = await readStream(reader, { isTruncationTold: page.truncated })
    const pieces = writers[format](url)(rows)
    const headers = new Headers({
      'content-type': exportFormats[format].mediaType,
      'content-disposition': attachment(url.searchParams.get('name'), exportFormats[format].extension),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    if (page.rowCount !== null) headers.set(exportHeaders.rowCount, String(page.rowCount))
    if (page.truncated) headers.set(exportHeaders.truncated, 'true')
    return new Response(bodyOf(pieces, reader), { headers })
  } catch (error) {
    await reader.cancel()
    throw error
  }
}

/** The link to the stream that an export is made from: all of it, whatever else was asked for. */
function linkOf({ origin, pathname, searchParams }: URL): URL {
  const link = new URL(exportPath.exec(pathname)![1]!, origin)
  for (const name of ['expires', 'signature']) link.searchParams.set(name, searchParams.get(name) ?? '')
  return link
}

const writers: Record<ExportFormat, (url: URL) => WriteFile> = {
  csv: ({ searchParams }) => csvFile({ isExact: searchParams.get('exact') === 'true' }),
  parquet: () => parquetFile,
  arrow: () => arrowFile,
}

function formatOf({ searchParams }: URL): ExportFormat {
  const format = searchParams.get('format') ?? ''
  if (Object.hasOwn(exportFormats, format)) return format as ExportFormat
  const known = Object.keys(exportFormats).join(', ')
  throw new GatewayError({
    code: 'invalid-input',
    message: `Results are exported as one of ${known}, not “${format}”.`,
  })
}

/** What fails half way breaks the connection: nobody may take a part for the whole file. */
function bodyOf(
  pieces: AsyncGenerator<Uint8Array, void, void>,
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { value, done } = await pieces.next()
          if (done) controller.close()
          else controller.enqueue(value as Uint8Array<ArrayBuffer>)
        } catch (error) {
          await reader.cancel()
          controller.error(error)
        }
      },
      // The reader first: the generator may be waiting for rows that take long.
      async cancel() {
        await reader.cancel()
        await pieces.return()
      },
    },
    { highWaterMark: 0 },
  )
}
