/**
 * A controller that follows a request's signal until the request is answered. Work that outlives its request, such as
 * a result that streams on, is stopped by its handle from then on.
 */
export function followSignal(signal: AbortSignal): { controller: AbortController; release(): void } {
  const controller = new AbortController()
  const abort = () => controller.abort(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  return { controller, release: () => signal.removeEventListener('abort', abort) }
}
