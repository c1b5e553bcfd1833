import { LakefrontProvider } from '@lakefront/react'
import { useMemo } from 'react'
import { createTokenSource, type Session } from './session/session.ts'
import { useSession } from './session/useSession.ts'
import { Notice } from './shell/Notice.tsx'
import { Workplace } from './Workplace.tsx'

/** The pretend CRM: signs somebody in, then gives the kit its gateway and tokens. */
export function App() {
  const { session, failure, switchUser, retry } = useSession()
  if (failure) {
    return (
      <Notice title="You are not signed in" onRetry={retry}>
        {failure} Is <code>npm start</code> still running?
      </Notice>
    )
  }
  if (!session) return null
  // A person who signs in sees nothing of the one before: the key gives the kit a new client, cache and conversation.
  return <SignedIn key={session.user.id} session={session} onSwitchUser={switchUser} />
}

function SignedIn({ session, onSwitchUser }: { session: Session; onSwitchUser: (id: string) => void }) {
  const getAccessToken = useMemo(() => createTokenSource(session), [session])
  return (
    <LakefrontProvider
      gatewayUrl={session.gatewayUrl}
      getAccessToken={getAccessToken}
      scope={`${session.user.tenant}/${session.user.id}`}
    >
      <Workplace user={session.user} users={session.users} onSwitchUser={onSwitchUser} />
    </LakefrontProvider>
  )
}
