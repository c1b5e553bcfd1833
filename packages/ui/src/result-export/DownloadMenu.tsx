'use client'
import { forwardRef } from 'react'
import { Button, type ButtonProps } from '../kit/Button.tsx'
import { useKit } from '../kit/KitContext.ts'
import { DownloadItems } from './DownloadItems.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { ExportProgress } from './ExportProgress.tsx'
import { useResultExport } from './useResultExport.ts'

/** The default export, since it is loaded late. */
export default forwardRef<HTMLButtonElement, ButtonProps>(function DownloadMenu(props, ref) {
  const { messages } = useKit()
  const download = useResultExport()
  const button = <Button ref={ref} variant="plain" icon="download" aria-label={messages.download} {...props} />
  return (
    <>
      <ExportMenu trigger={button}>
        <DownloadItems download={download} />
      </ExportMenu>
      <ExportProgress download={download} />
    </>
  )
})
