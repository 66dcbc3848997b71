'use client'
import { type FormEvent, useState } from 'react'
import type { MemberRecord } from '../../../core/moderation/shape.ts'
import { houseRuleWords } from '../messages/en.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { ReasonForm } from '../review/reason-form.tsx'
import { useOnMember, useRecord } from './hooks.ts'

const lengths = [
  [1, 'an hour'],
  [24, 'a day'],
  [168, 'a week'],
  [720, '30 days'],
] as const

function Mute({ record }: { record: MemberRecord }) {
  const act = useOnMember(record.username)
  const [hours, setHours] = useState(24)
  if (record.muted_until)
    return (
      <div className="flex flex-wrap items-center gap-4">
        <p className="font-semibold">
          Muted; over <Ago at={record.muted_until} />
        </p>
        <Button busy={act.isPending} onClick={() => act.mutate({ kind: 'unmute' })}>
          Let {record.username} speak
        </Button>
        {act.error && <ErrorNotice error={act.error} />}
      </div>
    )
  return (
    <div className="grid gap-3">
      <Choice
        label="Mute for"
        value={hours}
        onChange={(event) => setHours(Number(event.currentTarget.value))}
      >
        {lengths.map(([count, name]) => (
          <option key={count} value={count}>
            {name}
          </option>
        ))}
      </Choice>
      <ReasonForm
        label="Why"
        hint={`${record.username} reads this, and everyone in the log.`}
        error={act.error}
        onReason={(reason) => act.mutate({ kind: 'mute', reason, hours })}
      >
        <Button type="submit" tone="alarm" busy={act.isPending}>
          Mute
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
        <ul aria-label="Notes" className="text-sm">
          {record.notes.map(({ text, by, at }) => (
            <li key={`${at}${text}`} className="border-b border-soft py-1.5">
              <span className="wrap-anywhere">{text}</span>{' '}
              <span className="text-muted">
                {by ?? 'A moderator who left'}, <Ago at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <ReasonForm
        label="Note"
        hint="Moderators read it, and it is in the member's own export."
        error={act.error}
        onReason={(text) => act.mutate({ kind: 'note', text })}
      >
        <Button type="submit" busy={act.isPending}>
          Leave the note
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
          {record.level}, joined <Ago at={record.joined_at} /> · strikes in force:{' '}
          <span className="figures">{record.strikes}</span>
        </p>
      </div>
      {record.removed.length > 0 && (
        <ul aria-label="Taken down" className="text-sm">
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
        <Field label="Username" name="username" required autoComplete="off" />
        <Button type="submit">Look up</Button>
      </form>
      {username !== '' && (
        <Answer query={record} waiting="Looking">
          {(found) => <Card record={found} />}
        </Answer>
      )}
    </div>
  )
}
