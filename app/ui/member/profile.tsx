'use client'
import type { FormEvent } from 'react'
import type { Member } from '../../../core/member/shape.ts'
import { useMe } from '../api/hooks.ts'
import { useSaveMember } from '../api/mutations.ts'
import { asProblem } from '../api/problem.ts'
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
        label="Username"
        name="username"
        autoComplete="username"
        required
        pattern="[A-Za-z0-9_]{3,30}"
        defaultValue={me.username}
        hint="3 to 30 letters, digits or _. Others see it on your reports."
        error={save.error ? asProblem(save.error).fields.username : undefined}
      />
      {save.error && <ErrorNotice error={save.error} />}
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending}>
          Save name
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
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={me.email ?? ''}
        hint="A way to sign in, and where shops send your orders. Empty: none is kept."
        error={save.error ? asProblem(save.error).fields.email : undefined}
      />
      {save.error && asProblem(save.error).code !== 'auth.confirm' && <ErrorNotice error={save.error} />}
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending}>
          Save email
        </Button>
        <Saved when={save.isSuccess} />
      </div>
    </form>
  )
}

/** Who the member is to others, and to the shops. */
export function Profile() {
  return (
    <Answer query={useMe()} waiting="Loading your profile">
      {(me) =>
        me && (
          <div>
            <Part id="name" title="Name">
              <Name me={me} />
            </Part>
            <Part id="email" title="Email">
              <Confirmed why="Whoever has your email has a way in.">
                <Email me={me} />
              </Confirmed>
            </Part>
          </div>
        )
      }
    </Answer>
  )
}
