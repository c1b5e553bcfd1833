import { useEffect, useState } from 'react'
import { fetchSession, type Session } from './session.ts'

const storedUser = 'erie-crm.user'

/** The signed-in user's session; `undefined` until it is known. */
export function useSession() {
  const [userId, setUserId] = useState(() => localStorage.getItem(storedUser) ?? undefined)
  const [session, setSession] = useState<Session>()
  const [failure, setFailure] = useState<string>()
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is the wish to sign in again
  useEffect(() => {
    const controller = new AbortController()
    setFailure(undefined)
    fetchSession(userId, controller.signal).then(setSession, (error: Error) => {
      if (!controller.signal.aborted) setFailure(error.message)
    })
    return () => controller.abort()
  }, [userId, attempt])

  const switchUser = (id: string) => {
    localStorage.setItem(storedUser, id)
    setUserId(id)
  }
  return { session, failure, switchUser, retry: () => setAttempt((count) => count + 1) }
}
