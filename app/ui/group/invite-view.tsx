'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import type { Invitation } from '../../../core/group/shape.ts'
import { useMe } from '../api/hooks.ts'
import { inviteWords, membersText } from '../messages/en-groups.ts'
import { words } from '../messages/group/invite-view.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { useAcceptInvite, useLookAtInvite } from './hooks.ts'

const onHash = (tell: () => void) => {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}
const token = () => (/^#[a-p]{32}$/.test(window.location.hash) ? window.location.hash.slice(1) : null)

function Accept({ invitation, secret }: { invitation: Invitation; secret: string }) {
  const { data: me } = useMe()
  const router = useRouter()
  const accept = useAcceptInvite(secret)
  if (invitation.joined)
    return (
      <Link href={`/groups/${invitation.slug}`} className={buttonClass('go')}>
        {inviteWords.open}
      </Link>
    )
  if (!me)
    return (
      <>
        <p>{inviteWords.signIn}</p>
        <Link href="/sign-in" className={buttonClass('go')}>
          {words.signIn}
        </Link>
      </>
    )
  return (
    <>
      <Button
        tone="go"
        size="large"
        busy={accept.isPending}
        onClick={() => accept.mutate(undefined, { onSuccess: ({ slug }) => router.push(`/groups/${slug}`) })}
      >
        {inviteWords.accept}
      </Button>
      {accept.error && <ErrorNotice error={accept.error} />}
    </>
  )
}

/** What the invite behind the address's # is for, and the way in. */
export function InviteView() {
  const secret = useSyncExternalStore(onHash, token, () => null)
  const look = useLookAtInvite(secret)
  if (secret === null)
    return (
      <Empty title={inviteWords.noLink}>
        <p>{inviteWords.noLinkFix}</p>
      </Empty>
    )
  return (
    <Answer query={look} waiting={inviteWords.loading}>
      {(invitation) => (
        <article className="grid justify-items-start gap-4 border border-rule p-5">
          <h2 className="heading wrap-anywhere text-3xl">{invitation.name}</h2>
          <p className="max-w-prose wrap-anywhere whitespace-pre-line">{invitation.about}</p>
          <p className="figures text-sm">
            {membersText(invitation.members)} · {inviteWords.until} <Ago at={invitation.expires_at} />
          </p>
          <Accept invitation={invitation} secret={secret} />
        </article>
      )}
    </Answer>
  )
}
