'use client'
import type { SessionInfo } from '../../../core/auth/session-shape.ts'
import { useSignOut } from '../api/mutations.ts'
import { words } from '../messages/member/sessions.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Mark } from '../parts/mark.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { deviceOf } from './device.ts'
import { useEndSessions, useSessions } from './hooks.ts'

type End = ReturnType<typeof useEndSessions>

function Session({ session, end }: { session: SessionInfo; end: End }) {
  const signOut = useSignOut()
  const name = deviceOf(session.user_agent)
  return (
    <li className="grid gap-x-6 gap-y-3 border border-rule p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid min-w-0 justify-items-start gap-1.5">
        {session.current && <Mark tone="live">{words.thisOne}</Mark>}
        <p className="heading wrap-anywhere text-lg">{name}</p>
        <p className="text-sm text-muted">
          {words.signedIn} <Ago at={session.created_at} /> {words.active} <Ago at={session.used_at} />
        </p>
      </div>
      {session.current ? (
        <Button className="justify-self-start" busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {words.signOut}
        </Button>
      ) : (
        <Button
          className="justify-self-start"
          busy={end.isPending && end.variables === session.id}
          onClick={() => end.mutate(session.id)}
        >
          {words.end}
          <span className="sr-only">
            {' '}
            {words.theSessionOf} {name}
          </span>
        </Button>
      )}
    </li>
  )
}

/** Where the member is signed in, and the way to end each. */
export function Sessions() {
  const end = useEndSessions()
  return (
    <Answer query={useSessions()} waiting={words.loadingYourSessions}>
      {({ items }) => (
        <div className="grid max-w-3xl gap-4">
          <ul aria-label={words.sessions} className="grid gap-3">
            {items.map((session) => (
              <Session key={session.id} session={session} end={end} />
            ))}
          </ul>
          {end.error && <ErrorNotice error={end.error} />}
          {items.length > 1 && (
            <Button
              tone="alarm"
              className="justify-self-start"
              busy={end.isPending && end.variables === 'others'}
              onClick={() => end.mutate('others')}
            >
              {words.endAllOthers}
            </Button>
          )}
        </div>
      )}
    </Answer>
  )
}
