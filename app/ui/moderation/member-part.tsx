'use client'
import { type FormEvent, useState } from 'react'
import type { MemberRecord } from '../../../core/moderation/shape.ts'
import { houseRuleWords } from '../messages/en-moderation.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/moderation/member-part.ts'
import { unitText } from '../messages/units.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { useOnMember, useRecord } from './hooks.ts'

const lengths = () =>
  [
    [1, words.anHour],
    [24, words.aDay],
    [168, words.aWeek],
    [720, unitText(30, 'day')],
  ] as const

function Mute({ record }: { record: MemberRecord }) {
  const act = useOnMember(record.username)
  const [hours, setHours] = useState(24)
  if (record.muted_until)
    return (
      <div className="flex flex-wrap items-center gap-4">
        <p className="font-semibold">
          {words.mutedOver} <Ago at={record.muted_until} />
        </p>
        <Button busy={act.isPending} onClick={() => act.mutate({ kind: 'unmute' })}>
          {words.let} {record.username} {words.speak}
        </Button>
        {act.error && <ErrorNotice error={act.error} />}
      </div>
    )
  return (
    <div className="grid gap-3">
      <Choice
        label={words.muteFor}
        value={hours}
        onChange={(event) => setHours(Number(event.currentTarget.value))}
      >
        {lengths().map(([count, name]) => (
          <option key={count} value={count}>
            {name}
          </option>
        ))}
      </Choice>
      <ReasonForm
        label={words.why}
        hint={fill(words.readsThisAndEveryone, { username: record.username })}
        error={act.error}
        onReason={(reason) => act.mutate({ kind: 'mute', reason, hours })}
      >
        <Button type="submit" tone="alarm" busy={act.isPending}>
          {words.mute}
        </Button>
      </ReasonForm>
    </div>
  )
}

function Notes({ record }: { record: MemberRecord }) {
  const act = useOnMember(record.username)
  return (
    <div className="grid gap-3">
      {record.notes.length > 0 && (
        <ul aria-label={words.notes} className="text-sm">
          {record.notes.map(({ text, by, at }) => (
            <li key={`${at}${text}`} className="border-b border-soft py-1.5">
              <span className="wrap-anywhere">{text}</span>{' '}
              <span className="text-muted">
                {by ?? words.aModeratorWhoLeft}, <Ago at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <ReasonForm
        label={words.note}
        hint={words.moderatorsReadItAnd}
        error={act.error}
        onReason={(text) => act.mutate({ kind: 'note', text })}
      >
        <Button type="submit" busy={act.isPending}>
          {words.leaveTheNote}
        </Button>
      </ReasonForm>
    </div>
  )
}

function Card({ record }: { record: MemberRecord }) {
  return (
    <div className="grid gap-5 border border-rule p-4">
      <div>
        <p className="heading text-lg">{record.username}</p>
        <p className="text-sm text-muted">
          {record.level}
          {words.joined} <Ago at={record.joined_at} /> {words.strikesInForce}{' '}
          <span className="figures">{record.strikes}</span>
        </p>
      </div>
      {record.removed.length > 0 && (
        <ul aria-label={words.takenDown} className="text-sm">
          {record.removed.map(({ quote, rule, note, at }) => (
            <li key={at} className="grid gap-0.5 border-b border-soft py-1.5">
              <span className="wrap-anywhere text-muted">“{quote}”</span>
              <span>
                {houseRuleWords[rule]}: {note} <Ago at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Mute record={record} />
      <Notes key={record.notes.length} record={record} />
    </div>
  )
}

/** One member: what was taken down, strikes, mutes and notes. */
export function MemberPart() {
  const [username, setUsername] = useState('')
  const record = useRecord(username)
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setUsername(String(new FormData(event.currentTarget).get('username') ?? '').trim())
  }
  return (
    <div className="grid gap-4">
      <form onSubmit={look} className="flex flex-wrap items-end gap-3">
        <Field label={words.username} name="username" required autoComplete="off" />
        <Button type="submit">{words.lookUp}</Button>
      </form>
      {username !== '' && (
        <Answer query={record} waiting={words.looking}>
          {(found) => <Card record={found} />}
        </Answer>
      )}
    </div>
  )
}
