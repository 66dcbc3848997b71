'use client'
import { Tabs } from 'radix-ui'
import type { FormEvent } from 'react'
import { MIN_LENGTH } from '../../../core/auth/length.ts'
import { usePasswordSignIn } from '../api/mutations.ts'
import { asProblem } from '../api/problem.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/session/password-forms.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'

const text = (data: FormData, name: string) => String(data.get(name) ?? '')

function SignIn({ next }: { next: string }) {
  const signIn = usePasswordSignIn(next)
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    signIn.mutate({ kind: 'login', login: text(data, 'login').trim(), password: text(data, 'password') })
  }
  return (
    <form onSubmit={send} className="grid gap-4">
      <Field label={words.usernameOrEmail} name="login" autoComplete="username" required />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {signIn.error && <ErrorNotice error={signIn.error} />}
      <Button type="submit" size="large" busy={signIn.isPending || signIn.isSuccess}>
        {words.signIn}
      </Button>
    </form>
  )
}

function CreateAccount({ next }: { next: string }) {
  const create = usePasswordSignIn(next)
  const fields = create.error ? asProblem(create.error).fields : {}
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    create.mutate({
      kind: 'register',
      username: text(data, 'username').trim(),
      email: text(data, 'email').trim(),
      password: text(data, 'password'),
    })
  }
  return (
    <form onSubmit={send} className="grid gap-4">
      <Field
        label={words.username}
        name="username"
        autoComplete="username"
        required
        pattern="[A-Za-z0-9_]{3,30}"
        hint={words.n3To30Letters}
        error={fields.username}
      />
      <Field
        label={words.email}
        name="email"
        type="email"
        autoComplete="email"
        required
        error={fields.email}
      />
      <Field
        label={words.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={MIN_LENGTH}
        hint={fill(words.atLeastCharactersA, { MIN_LENGTH })}
        error={fields.password}
      />
      {create.error && <ErrorNotice error={create.error} />}
      <Button type="submit" size="large" busy={create.isPending || create.isSuccess}>
        {words.createAccount}
      </Button>
    </form>
  )
}

const tab =
  'heading min-h-12 flex-1 border-b-4 border-transparent px-2 text-muted data-[state=active]:border-fg data-[state=active]:text-fg'

/** Email and password, without a wallet. */
export function PasswordForms({ next }: { next: string }) {
  return (
    <Tabs.Root defaultValue="in" className="grid gap-5">
      <Tabs.List aria-label={words.account} className="flex border-b border-rule">
        <Tabs.Trigger value="in" className={tab}>
          {words.member}
        </Tabs.Trigger>
        <Tabs.Trigger value="up" className={tab}>
          {words.newHere}
        </Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="in">
        <SignIn next={next} />
      </Tabs.Content>
      <Tabs.Content value="up">
        <CreateAccount next={next} />
      </Tabs.Content>
    </Tabs.Root>
  )
}
