import styles from './EffectForm.module.css'

/** Until what a form offers was read. */
export function Reading({ error }: { error: Error | null }) {
  return error ? (
    <p role="alert" className={styles.error}>
      {error.message}
    </p>
  ) : (
    <p role="status">Reading from the CRM…</p>
  )
}
