'use client'
import { forwardRef, lazy, Suspense } from 'react'
import { Button, type ButtonProps } from '../kit/Button.tsx'
import { useKit } from '../kit/KitContext.ts'

const DownloadMenu = lazy(() => import('./DownloadMenu.tsx'))

/**
 * A menu that saves the result as CSV, Parquet or Arrow, and beside it how that goes. Its code comes after the rows.
 * Renders a `<button>`.
 */
export const ResultTableDownload = forwardRef<HTMLButtonElement, ButtonProps>(function ResultTableDownload(props, ref) {
  const { messages } = useKit()
  const waiting = (
    <Button ref={ref} variant="plain" icon="download" aria-label={messages.download} {...props} aria-disabled="true" />
  )
  return (
    <Suspense fallback={waiting}>
      <DownloadMenu ref={ref} {...props} />
    </Suspense>
  )
})
