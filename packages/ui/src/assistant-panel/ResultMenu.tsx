'use client'
import { Menu } from '@base-ui/react/menu'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { cutNote } from '../chart/cutNote.ts'
import type { PictureFormat } from '../chart/savePicture.ts'
import { Button } from '../kit/Button.tsx'
import { copyText } from '../kit/copyText.ts'
import { css, kitStyles } from '../kit/css.ts'
import { Icon, type IconName } from '../kit/icons.tsx'
import { useKit } from '../kit/KitContext.ts'
import { toTabular } from '../result-export/exportText.ts'
import { useCsvDownload } from '../result-export/useCsvDownload.ts'
import { useResultTable } from '../result-table/ResultTableContext.ts'
import type { ResultActionsProps } from './ResultActions.tsx'
import { rowsNote } from './RowsNote.tsx'
import styles from './result.module.css'

/** Copies and saves a result: its rows, and its chart when that is shown. The default export, since it is loaded late. */
export default function ResultMenu({ chart, svgRef, say }: ResultActionsProps) {
  const { messages, format } = useKit()
  const { rows, exported, title } = useResultTable()
  const csv = useCsvDownload()
  const [root, setRoot] = useState<HTMLElement | null>(null)
  // Where the tokens are: a menu at the end of the page would have no colours.
  const findRoot = useCallback(
    (trigger: Element | null) => setRoot(trigger?.closest<HTMLElement>('[data-theme]') ?? null),
    [],
  )
  useEffect(() => say(csv.said), [csv.said, say])

  async function copy() {
    say((await copyText(toTabular(exported))) ? messages.copied : messages.copyFailed)
  }

  async function save(picture: PictureFormat) {
    const svg = svgRef.current
    if (!svg || !chart) return
    const notes = [cutNote(chart, messages, format), rowsNote(rows, messages, format)]
    try {
      const { savePicture } = await import('../chart/savePicture.ts')
      await savePicture(svg, picture, { title, notes: notes.filter((note) => note !== undefined) })
    } catch {
      say(messages.saveFailed)
    }
  }

  return (
    <Menu.Root modal={false}>
      <Menu.Trigger ref={findRoot} render={<Button variant="plain" icon="more" aria-label={messages.moreActions} />} />
      <Menu.Portal container={root}>
        <Menu.Positioner align="end" sideOffset={4} className={css(styles.positioner)}>
          <Menu.Popup className={css(styles.menu)}>
            <Item icon="copy" onClick={copy}>
              {messages.copyTable}
            </Item>
            <Item icon="download" onClick={csv.download} disabled={csv.waiting}>
              {messages.downloadCsv}
            </Item>
            {chart && (
              <>
                <Item icon="download" onClick={() => save('png')}>
                  {messages.downloadPng}
                </Item>
                <Item icon="download" onClick={() => save('svg')}>
                  {messages.downloadSvg}
                </Item>
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

type ItemProps = { icon: IconName; onClick(): void; disabled?: boolean; children: ReactNode }

function Item({ icon, onClick, disabled = false, children }: ItemProps) {
  return (
    <Menu.Item className={css(styles.menuItem)} onClick={onClick} disabled={disabled}>
      <Icon name={icon} className={kitStyles.icon} />
      {children}
    </Menu.Item>
  )
}
