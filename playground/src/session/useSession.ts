import { useEffect, useState } from 'react'
import { fetchSession, type Session } from './session.ts'

const storedUser = 'erie-crm.user'

/** The signed-in user's session; `undefined` until it is known. */
export function useSession() {
  const [userId, setUserId] = useState(() => localStorage.getItem(storedUser) ?? undefined)
  const [session, setSession] = useState<Session>()
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the wish to sign in again
  useEffect(() => {
    const controller = new AbortController()
    setFailed(false)
    fetchSession(userId, controller.signal).then(setSession, () => {
      if (!controller.signal.aborted) setFailed(true)
    })
    return () => controller.abort()
  }, [userId, attempt])

  const switchUser = (id: string) => {
    localStorage.setItem(storedUser, id)
    setUserId(id)
  }
  return { session, failed, switchUser, retry: () => setAttempt((count) => count + 1) }
}
