'use client'
import Link from 'next/link'
import { useState } from 'react'
import type { Group } from '../../../core/group/shape.ts'
import { useMe } from '../api/hooks.ts'
import { groupWords } from '../messages/en-groups.ts'
import { Button, buttonClass } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { StandingMark } from './group-row.tsx'
import { useJoin, useLeave } from './hooks.ts'

/** What would open a gate: karma is earned, a pass is bought. */
function WaysIn({ gate }: { gate: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      {/held|earned/.test(gate) && (
        <Link href="/restocks/report" className={buttonClass('go')}>
          {groupWords.earn}
        </Link>
      )}
      {/pass/.test(gate) && (
        <Link href="/passes" className={buttonClass('plain')}>
          {groupWords.pass}
        </Link>
      )}
    </div>
  )
}

function Leave({ slug }: { slug: string }) {
  const [asking, setAsking] = useState(false)
  const leave = useLeave(slug)
  if (!asking)
    return (
      <Button tone="quiet" onClick={() => setAsking(true)}>
        {groupWords.leave}
      </Button>
    )
  return (
    <div className="flex flex-wrap gap-3">
      <Button tone="alarm" busy={leave.isPending} onClick={() => leave.mutate()}>
        {groupWords.leaveSure}
      </Button>
      <Button onClick={() => setAsking(false)}>{groupWords.stay}</Button>
      {leave.error && <ErrorNotice error={leave.error} />}
    </div>
  )
}

function Act({ group }: { group: Group }) {
  const { data: me } = useMe()
  const join = useJoin(group.slug)
  const { role, may, standing } = group.mine
  if (!me)
    return (
      <Link
        href={`/sign-in?next=${encodeURIComponent(`/groups/${group.slug}`)}`}
        className={buttonClass('go')}
      >
        {groupWords.signIn}
      </Link>
    )
  return (
    <>
      {may.join && (
        <Button tone="go" busy={join.isPending} onClick={() => join.mutate()}>
          {groupWords.join}
        </Button>
      )}
      {join.error && <ErrorNotice error={join.error} />}
      {group.gate && !standing?.open && <WaysIn gate={group.gate.text} />}
      {may.post && (
        <Link href={`/posts/new?group=${group.id}`} className={buttonClass('go')}>
          {groupWords.post}
        </Link>
      )}
      {role !== null && role !== 'owner' && <Leave slug={group.slug} />}
    </>
  )
}

/** Whether the reader has what the group asks for, why not, and what to do about it. */
export function StandingPanel({ group }: { group: Group }) {
  const { standing } = group.mine
  return (
    <section
      aria-labelledby="standing"
      className="grid justify-items-start gap-3 border border-rule bg-panel p-4"
    >
      <div className="flex w-full flex-wrap items-center justify-between gap-3">
        <h2 id="standing" className="heading text-xl">
          {groupWords.standing}
        </h2>
        <StandingMark group={group} />
      </div>
      {standing && (
        <p role="status" className="wrap-anywhere">
          <span lang="en">{standing.reason}</span>
        </p>
      )}
      {standing && standing.block_number !== null && (
        <p className="figures text-sm text-muted">
          {groupWords.atBlock} {standing.block_number}
        </p>
      )}
      <Act group={group} />
    </section>
  )
}
