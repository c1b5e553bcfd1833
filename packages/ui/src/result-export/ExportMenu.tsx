'use client'
import { Menu } from '@base-ui/react/menu'
import { type ReactElement, type ReactNode, useCallback, useState } from 'react'
import { css } from '../kit/css.ts'
import styles from './export.module.css'

/** A menu that opens from a button. Its items are the children. */
export function ExportMenu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  const [root, setRoot] = useState<HTMLElement | null>(null)
  // Where the tokens are: a menu at the end of the page would have no colours.
  const findRoot = useCallback(
    (element: Element | null) => setRoot(element?.closest<HTMLElement>('[data-theme]') ?? null),
    [],
  )
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger ref={findRoot} render={trigger} />
      <Menu.Portal container={root}>
        <Menu.Positioner align="end" sideOffset={4} className={css(styles.positioner)}>
          <Menu.Popup className={css(styles.menu)}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
