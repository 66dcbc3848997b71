'use client'
import type { FormEvent } from 'react'
import type { Member } from '../../../core/member/shape.ts'
import { useMe } from '../api/hooks.ts'
import { useSaveMember } from '../api/mutations.ts'
import { asProblem } from '../api/problem.ts'
import { words } from '../messages/member/profile.ts'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { Confirmed } from './confirmed.tsx'
import { useSaveEmail } from './hooks.ts'
import { Part } from './part.tsx'
import { Saved } from './saved.tsx'

function Name({ me }: { me: Member }) {
  const save = useSaveMember()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate({ username: String(new FormData(event.currentTarget).get('username') ?? '').trim() })
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <Field
        label={words.username}
        name="username"
        autoComplete="username"
        required
        pattern="[A-Za-z0-9_]{3,30}"
        defaultValue={me.username}
        hint={words.n3To30Letters}
        error={save.error ? asProblem(save.error).fields.username : undefined}
      />
      {save.error && <ErrorNotice error={save.error} />}
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending}>
          {words.saveName}
        </Button>
        <Saved when={save.isSuccess} />
      </div>
    </form>
  )
}

function Email({ me }: { me: Member }) {
  const save = useSaveEmail()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    save.mutate(email || null)
  }
  return (
    <form onSubmit={send} className="grid gap-3">
      <Field
        label={words.email}
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={me.email ?? ''}
        hint={words.aWayToSign}
        error={save.error ? asProblem(save.error).fields.email : undefined}
      />
      {save.error && asProblem(save.error).code !== 'auth.confirm' && <ErrorNotice error={save.error} />}
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending}>
          {words.saveEmail}
        </Button>
        <Saved when={save.isSuccess} />
      </div>
    </form>
  )
}

/** Who the member is to others, and to the shops. */
export function Profile() {
  return (
    <Answer query={useMe()} waiting={words.loadingYourProfile}>
      {(me) =>
        me && (
          <div>
            <Part id="name" title={words.name}>
              <Name me={me} />
            </Part>
            <Part id="email" title={words.email}>
              <Confirmed why={words.whoeverHasYourEmail}>
                <Email me={me} />
              </Confirmed>
            </Part>
          </div>
        )
      }
    </Answer>
  )
}
