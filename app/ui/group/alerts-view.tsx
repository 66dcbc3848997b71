'use client'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import type { Group } from '../../../core/group/shape.ts'
import { groupAlertWords } from '../messages/en-guild.ts'
import { Answer } from '../parts/answer.tsx'
import { Button, buttonClass } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Empty, ErrorNotice } from '../parts/notice.tsx'
import { GroupFrame } from './group-view.tsx'
import { useCallOut, useGroupAlerts, useListening, useReadAgain } from './kept-hooks.ts'
import { MonitorsPart } from './monitors-part.tsx'
import { NewsRow } from './news-row.tsx'
import { useCalls } from './use-calls.ts'

function CallForm({ slug }: { slug: string }) {
  const call = useCallOut(slug)
  const [text, setText] = useState('')
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    call.mutate(text, { onSuccess: () => setText('') })
  }
  return (
    <form onSubmit={send} className="grid max-w-2xl gap-3 border border-rule p-4">
      <Field
        label={groupAlertWords.callLabel}
        hint={groupAlertWords.callHint}
        value={text}
        required
        maxLength={280}
        onChange={({ target }) => setText(target.value)}
      />
      {call.error && <ErrorNotice error={call.error} />}
      <Button type="submit" tone="go" busy={call.isPending} className="justify-self-start">
        {groupAlertWords.call}
      </Button>
    </form>
  )
}

/** Whether the reader is told of the alerts, and the way to change it. */
function Listening({ slug, on }: { slug: string; on: boolean }) {
  const listening = useListening(slug)
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <p role="status">{on ? groupAlertWords.listening : groupAlertWords.deaf}</p>
      <Button busy={listening.isPending} onClick={() => listening.mutate(!on)}>
        {on ? groupAlertWords.turnOff : groupAlertWords.turnOn}
      </Button>
      <Link href="/me/notifications" className={buttonClass('quiet')}>
        {groupAlertWords.channels}
      </Link>
      {listening.error && <ErrorNotice error={listening.error} />}
    </div>
  )
}

function Alerts({ group }: { group: Group }) {
  const { id, slug, mine } = group
  const readAgain = useReadAgain(slug, 'alerts')
  useCalls(id, () => void readAgain())
  return (
    <section aria-labelledby="group-alerts" className="grid grid-cols-1 gap-4">
      <h2 id="group-alerts" className="heading text-2xl">
        {groupAlertWords.alerts}
      </h2>
      <p className="text-muted">{groupAlertWords.what}</p>
      {mine.may.moderate && <CallForm slug={slug} />}
      <Answer query={useGroupAlerts(slug)} waiting={groupAlertWords.loading}>
        {({ listening, items }) => (
          <>
            {listening !== null && <Listening slug={slug} on={listening} />}
            {items.length === 0 ? (
              <Empty title={groupAlertWords.none}>
                <p>{groupAlertWords.noneFix}</p>
              </Empty>
            ) : (
              <ul aria-labelledby="group-alerts">
                {items.map((news) => (
                  <NewsRow key={news.id} news={news} />
                ))}
              </ul>
            )}
          </>
        )}
      </Answer>
    </section>
  )
}

/** A group's alert channel, and the monitors that feed it. */
export function AlertsView({ slug }: { slug: string }) {
  return (
    <GroupFrame slug={slug} part="alerts">
      {(group) => (
        <div className="grid grid-cols-1 gap-10">
          <Alerts group={group} />
          <MonitorsPart group={group} />
        </div>
      )}
    </GroupFrame>
  )
}
