'use client'
import { Menu } from '@base-ui/react/menu'
import type { ExportFormat } from '@lakefront/react'
import type { ReactNode } from 'react'
import { css, kitStyles } from '../kit/css.ts'
import { Icon, type IconName } from '../kit/icons.tsx'
import { useKit } from '../kit/KitContext.ts'
import styles from './export.module.css'
import type { ResultExport } from './useResultExport.ts'

const formats: readonly ExportFormat[] = ['csv', 'parquet', 'arrow']

/** What of a result can be saved, as items of a menu: every row in any format, and what is shown where that differs. */
export function DownloadItems({ download: { state, save, saveShown } }: { download: ResultExport }) {
  const { messages } = useKit()
  const isSaving = state.status === 'saving'
  const labels = { csv: messages.downloadCsv, parquet: messages.downloadParquet, arrow: messages.downloadArrow }
  const all = formats.map((format) => (
    <MenuItem key={format} icon="download" disabled={isSaving} onClick={() => save(format)}>
      {labels[format]}
    </MenuItem>
  ))
  if (!saveShown) return all
  return (
    <>
      <MenuGroup label={messages.whatIsShown}>
        <MenuItem icon="download" disabled={isSaving} onClick={saveShown}>
          {messages.downloadCsv}
        </MenuItem>
      </MenuGroup>
      <MenuGroup label={messages.allRows}>{all}</MenuGroup>
    </>
  )
}

type MenuItemProps = { icon: IconName; onClick(): void; disabled?: boolean; children: ReactNode }

export function MenuItem({ icon, onClick, disabled = false, children }: MenuItemProps) {
  return (
    <Menu.Item className={css(styles.menuItem)} onClick={onClick} disabled={disabled}>
      <Icon name={icon} className={kitStyles.icon} />
      {children}
    </Menu.Item>
  )
}

function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Menu.Group className={css(styles.group)}>
      <Menu.GroupLabel className={css(styles.groupLabel)}>{label}</Menu.GroupLabel>
      {children}
    </Menu.Group>
  )
}
