import { useAsk, useCatalog } from '@lakefront/react'
import type { SessionUser } from '../session/session.ts'
import { Notice } from '../shell/Notice.tsx'
import styles from './Home.module.css'
import pageStyles from './Page.module.css'

const mainQuestion = 'What is the lifetime gross margin by account for the Cleveland territory?'

/** What there is to ask, and what it is read from. */
export function HomePage({ user, onAsk }: { user: SessionUser; onAsk: () => void }) {
  const catalog = useCatalog()
  const { ask } = useAsk()
  const start = (question: string) => {
    onAsk()
    ask(question)
  }
  if (catalog.error) {
    return (
      <Notice title="The gateway does not answer" onRetry={() => catalog.refetch()}>
        {catalog.error.message} Everything that needs live figures waits for it.
      </Notice>
    )
  }
  const { suggestions = [], views = [], sources = [] } = catalog.data ?? {}
  const hasTerritories = views.some(({ dimensions }) => dimensions.some(({ id }) => id === 'accounts.territory'))
  const questions = [...new Set([...(hasTerritories ? [mainQuestion] : []), ...suggestions])].slice(0, 5)
  return (
    <>
      <h1 className={pageStyles.title}>Good to see you, {user.name.split(' ')[0]}</h1>
      <p className={pageStyles.lead}>
        {user.title} at {user.company}
      </p>
      <div className={styles.columns}>
        <section className={styles.block} aria-labelledby="home-questions">
          <h2 id="home-questions">Ask the assistant</h2>
          {questions.map((question) => (
            <button key={question} type="button" className={styles.question} onClick={() => start(question)}>
              {question}
            </button>
          ))}
        </section>
        <section className={styles.block} aria-labelledby="home-sources">
          <h2 id="home-sources">Connected systems</h2>
          <ul className={styles.sources}>
            {sources.map(({ id, title, status, tables }) => (
              <li key={id} data-status={status}>
                {title}
                <span>{status === 'available' ? `${tables.length} tables, read live` : 'does not answer'}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
