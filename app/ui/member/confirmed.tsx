'use client'
import type { ReactNode } from 'react'
import { useMe } from '../api/hooks.ts'
import { words } from '../messages/member/confirmed.ts'
import { Answer } from '../parts/answer.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useConfirm, useConfirmed } from './hooks.ts'
import { Prove } from './prove.tsx'

function Panel({ why }: { why: string }) {
  const { data: me } = useMe()
  const confirm = useConfirm()
  if (!me) return null
  return (
    <section aria-labelledby="confirm" className="grid gap-4 border border-rule bg-panel p-5">
      <h2 id="confirm" className="heading text-xl">
        {words.firstIsItYou}
      </h2>
      <p className="text-sm">
        {why} {words.itCountsForTen}
      </p>
      <Prove
        me={me}
        purpose="confirm"
        verb={words.confirm}
        onProof={confirm.mutateAsync}
        busy={confirm.isPending}
      />
      {confirm.error && <ErrorNotice error={confirm.error} />}
    </section>
  )
}

/** What changes the ways in, for a session that proved lately who it is; else the proof is asked for first. */
export function Confirmed({ why, children }: { why: string; children: ReactNode }) {
  return (
    <Answer query={useConfirmed()} waiting={words.lookingForYourLast}>
      {({ confirmed_until }) => (confirmed_until ? children : <Panel why={why} />)}
    </Answer>
  )
}
