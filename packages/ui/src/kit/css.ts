import styles from './kit.module.css'

/** Classes of one element of the kit: the common ground that stands up to a host's resets, then its own. */
export function css(...names: readonly (string | undefined | false)[]): string {
  return [styles.box, ...names].filter(Boolean).join(' ')
}

export { styles as kitStyles }
