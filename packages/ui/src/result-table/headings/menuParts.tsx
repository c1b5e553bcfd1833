'use client'
import { Menu } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { css } from '../../kit/css.ts'
import { Icon } from '../../kit/icons.tsx'
import styles from './menu.module.css'

type ItemProps = { disabled?: boolean | undefined; children: ReactNode }

/** Something to do. */
export function Choice({ onClick, keys, disabled = false, children }: ItemProps & { onClick(): void; keys?: string }) {
  return (
    <Menu.Item className={css(styles.item)} onClick={onClick} disabled={disabled}>
      <Mark />
      <span className={css()}>{children}</span>
      {keys && (
        <span aria-hidden="true" className={css(styles.keys)}>
          {keys}
        </span>
      )}
    </Menu.Item>
  )
}

type CheckProps = ItemProps & {
  checked: boolean
  onChange(checked: boolean): void
  /** The menu stays open, so that several can be changed. */
  stays?: boolean
}

/** Something that is so or not. */
export function Check({ checked, onChange, stays = false, disabled = false, children }: CheckProps) {
  return (
    <Menu.CheckboxItem
      className={css(styles.item)}
      checked={checked}
      onCheckedChange={onChange}
      closeOnClick={!stays}
      disabled={disabled}
    >
      <Mark>{checked && <Icon name="check" />}</Mark>
      {children}
    </Menu.CheckboxItem>
  )
}

/** A menu of its own beside an item. */
export function Submenu({ label, disabled = false, children }: ItemProps & { label: string }) {
  return (
    <Menu.SubmenuRoot disabled={disabled}>
      <Menu.SubmenuTrigger className={css(styles.item)} disabled={disabled}>
        <Mark />
        {label}
        <Icon name="chevron" className={styles.more} />
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={css(styles.positioner)} sideOffset={2}>
          <Menu.Popup className={css(styles.menu)}>{children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  )
}

/** Between items of different kinds. */
export function Line() {
  return <Menu.Separator className={css(styles.line)} />
}

/** Room for a tick before every item, so that their texts stand under each other. */
export function Mark({ children }: { children?: ReactNode }) {
  return (
    <span aria-hidden="true" className={css(styles.mark)}>
      {children}
    </span>
  )
}
