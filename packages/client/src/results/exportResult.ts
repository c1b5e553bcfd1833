import { exportHeaders, type ResultPage } from '@lakefront/contract'
import { CancelledError, GatewayUnreachableError, MalformedReplyError, RequestError } from '../errors.ts'
import type { ExportResultOptions, ResultFile } from '../types.ts'
import { type ResultRequestContext, requestExport } from './requestResult.ts'

type ExportContext = Omit<ExportResultOptions, 'signal'> & ResultRequestContext

/** Asks for a result as a file, and hands its bytes on at the pace of who takes them. */
export async function exportResult(page: ResultPage, options: ExportContext): Promise<ResultFile> {
  const { format, name, exact } = options
  const parameters = { format, ...(name !== undefined && { name }), ...(exact && { exact: 'true' }) }
  const { headers, body } = await requestExport(page, parameters, options)
  if (!body) throw new MalformedReplyError({ from: 'an export', why: 'it has no body' })
  const rowCount = headers.get(exportHeaders.rowCount)
  const truncated = headers.get(exportHeaders.truncated) === 'true'
  return {
    fileName: fileNameOf(headers.get('content-disposition')) ?? `result.${format}`,
    mediaType: headers.get('content-type') ?? 'application/octet-stream',
    rowCount: rowCount === null ? null : Number(rowCount),
    truncated,
    body: followed(body, truncated, options),
  }
}

function followed(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  truncated: boolean,
  { signal, renew, onProgress, gatewayUrl }: ExportContext,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader()
  let bytesReceived = 0

  /** The gateway can only break the connection off; why, its result tells. */
  async function reasonOf(cause: unknown) {
    if (signal.aborted) return new CancelledError({ cause })
    const page = await renew().catch((error: unknown) => error)
    if (page instanceof Error) return page
    const isCut = (page as ResultPage).truncated && !truncated
    if (!isCut) return new GatewayUnreachableError({ url: gatewayUrl, cause })
    const message = 'The result was cut off while it was exported. Export it again to get the rows that there are.'
    return new RequestError('result-limit', { message, cause })
  }

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { value, done } = await reader.read()
          if (done) return controller.close()
          bytesReceived += value.length
          onProgress?.({ bytesReceived })
          controller.enqueue(value)
        } catch (cause) {
          controller.error(await reasonOf(cause))
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

function fileNameOf(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded && decodeURIComponent(encoded)
}
