'use client'
import { useState } from 'react'
import type { Group, Removed } from '../../../core/group/shape.ts'
import { manageWords } from '../messages/en-groups.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { BridgesPart } from './bridges-part.tsx'
import { GroupForm } from './group-form.tsx'
import { useChangeGroup, useCloseGroup, useReadmit, useRemoved } from './hooks.ts'
import { InvitesPart } from './invites-part.tsx'

function RemovedRow({ slug, removed }: { slug: string; removed: Removed }) {
  const readmit = useReadmit(slug, removed.username)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-soft py-2">
      <span className="min-w-0 wrap-anywhere">
        <span className="font-semibold">{removed.username}</span> “{removed.reason}”{' '}
        <Ago at={removed.removed_at} />
      </span>
      <Button busy={readmit.isPending} onClick={() => readmit.mutate()}>
        {manageWords.readmit}
      </Button>
      {readmit.error && <ErrorNotice error={readmit.error} />}
    </li>
  )
}

function RemovedPart({ slug }: { slug: string }) {
  return (
    <section aria-labelledby="removed" className="grid grid-cols-1 gap-3">
      <h2 id="removed" className="heading text-2xl">
        {manageWords.removed}
      </h2>
      <Answer query={useRemoved(slug)} waiting={manageWords.removed}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted">{manageWords.nobodyRemoved}</p>
          ) : (
            <ul aria-label={manageWords.removed}>
              {items.map((removed) => (
                <RemovedRow key={removed.username} slug={slug} removed={removed} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}

function Settings({ group }: { group: Group }) {
  const change = useChangeGroup(group.slug)
  return (
    <section aria-labelledby="settings" className="grid grid-cols-1 gap-4">
      <h2 id="settings" className="heading text-2xl">
        {manageWords.settings}
      </h2>
      <GroupForm
        group={group}
        send={manageWords.save}
        busy={change.isPending}
        error={change.error}
        onSend={(input) => change.mutate(input)}
      />
      <p role="status">{change.isSuccess && manageWords.saved}</p>
    </section>
  )
}

function Close({ slug }: { slug: string }) {
  const [asking, setAsking] = useState(false)
  const close = useCloseGroup(slug)
  return (
    <section aria-labelledby="close" className="grid grid-cols-1 justify-items-start gap-3">
      <h2 id="close" className="heading text-2xl">
        {manageWords.close}
      </h2>
      <p className="text-muted">{manageWords.closeWhat}</p>
      {asking ? (
        <div className="flex flex-wrap gap-3">
          <Button
            tone="alarm"
            busy={close.isPending}
            onClick={() => close.mutate(undefined, { onSuccess: () => window.location.assign('/groups') })}
          >
            {manageWords.closeSure}
          </Button>
          <Button onClick={() => setAsking(false)}>{manageWords.keep}</Button>
        </div>
      ) : (
        <Button tone="alarm" onClick={() => setAsking(true)}>
          {manageWords.close}
        </Button>
      )}
      {close.error && <ErrorNotice error={close.error} />}
    </section>
  )
}

/** What moderators and the owner do. */
export function ManagePart({ group }: { group: Group }) {
  const { may } = group.mine
  if (!may.moderate) return <Empty title={manageWords.notYours} />
  return (
    <div className="grid grid-cols-1 gap-10">
      {group.access === 'invite' && <InvitesPart slug={group.slug} />}
      {may.own && <Settings group={group} />}
      <BridgesPart slug={group.slug} />
      <RemovedPart slug={group.slug} />
      {may.own && <Close slug={group.slug} />}
    </div>
  )
}
