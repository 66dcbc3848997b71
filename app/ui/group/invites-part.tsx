'use client'
import { type FormEvent, useState } from 'react'
import type { Invite } from '../../../core/group/shape.ts'
import { manageWords } from '../messages/en-groups.ts'
import { periodText } from '../messages/units.ts'
import { Ago } from '../parts/ago.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useInvites, useMakeInvite, useRevokeInvite } from './hooks.ts'

const lasts = [1, 24, 72, 168]
const most = [1, 5, 10, 50, 100] as const

/** The secret is in this link alone; whoever leaves the page has to make another one. */
function Made({ link }: { link: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(link).then(() => setCopied(true))
  return (
    <div className="grid gap-3 border border-l-8 border-rule p-4">
      <Field
        label={manageWords.link}
        value={link}
        readOnly
        figures
        onFocus={({ target }) => target.select()}
      />
      <Button className="justify-self-start" onClick={() => void copy().catch(() => undefined)}>
        {copied ? manageWords.copied : manageWords.copy}
      </Button>
    </div>
  )
}

function MakeForm({ slug }: { slug: string }) {
  const make = useMakeInvite(slug)
  const [hours, setHours] = useState(72)
  const [uses, setUses] = useState(10)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    make.mutate({ hours, uses })
  }
  return (
    <>
      <form onSubmit={send} className="grid items-end gap-3 sm:grid-cols-3">
        <Choice
          label={manageWords.hours}
          value={hours}
          onChange={({ target }) => setHours(Number(target.value))}
        >
          {lasts.map((value) => (
            <option key={value} value={value}>
              {periodText(value * 3_600)}
            </option>
          ))}
        </Choice>
        <Choice
          label={manageWords.uses}
          value={uses}
          onChange={({ target }) => setUses(Number(target.value))}
        >
          {most.map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </Choice>
        <Button type="submit" tone="go" busy={make.isPending}>
          {manageWords.makeInvite}
        </Button>
      </form>
      {make.error && <ErrorNotice error={make.error} />}
      {make.data && <Made link={make.data.link} />}
    </>
  )
}

function Row({ slug, invite }: { slug: string; invite: Invite }) {
  const revoke = useRevokeInvite(slug, invite.id)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-soft py-2">
      <span>
        <span className="font-semibold">{invite.made_by}</span>{' '}
        <span className="figures">
          {invite.used}/{invite.uses}
        </span>{' '}
        <Ago at={invite.expires_at} />
      </span>
      <Button busy={revoke.isPending} onClick={() => revoke.mutate()}>
        {manageWords.takeBack}
      </Button>
      {revoke.error && <ErrorNotice error={revoke.error} />}
    </li>
  )
}

/** Links that let members in, and how to make one. */
export function InvitesPart({ slug }: { slug: string }) {
  return (
    <section aria-labelledby="invites" className="grid grid-cols-1 gap-4">
      <h2 id="invites" className="heading text-2xl">
        {manageWords.invites}
      </h2>
      <p className="text-muted">{manageWords.invitesWhat}</p>
      <MakeForm slug={slug} />
      <Answer query={useInvites(slug)} waiting={manageWords.invites}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-muted">{manageWords.noInvites}</p>
          ) : (
            <ul aria-label={manageWords.invites}>
              {items.map((invite) => (
                <Row key={invite.id} slug={slug} invite={invite} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  )
}
