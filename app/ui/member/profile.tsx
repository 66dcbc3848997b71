'use client'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Member } from '../../../core/member/shape.ts'
import { useMe } from '../api/hooks.ts'
import { useSaveMember, useSignOut } from '../api/mutations.ts'
import { asProblem } from '../api/problem.ts'
import { AddressFields, readAddress } from '../drop/address-fields.tsx'
import { Answer } from '../parts/answer.tsx'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Karma } from '../parts/karma.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { ConnectButton } from '../wallet/connect-button.tsx'

function Saved({ when }: { when: boolean }) {
  return (
    <p role="status" className="min-h-6 text-sm font-semibold">
      {when && '✓ Saved'}
    </p>
  )
}

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
        required
        pattern="[A-Za-z0-9_]{3,30}"
        defaultValue={me.username}
        hint="3 to 30 letters, digits or _."
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

function Address({ me }: { me: Member }) {
  const save = useSaveMember()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate({ shipping_address: readAddress(new FormData(event.currentTarget)) })
  }
  return (
    <form onSubmit={send} className="grid gap-4">
      <AddressFields initial={me.shipping_address} errors={save.error ? asProblem(save.error).fields : {}} />
      {save.error && <ErrorNotice error={save.error} />}
      <div className="flex items-center gap-4">
        <Button type="submit" busy={save.isPending}>
          Save address
        </Button>
        <Saved when={save.isSuccess} />
      </div>
    </form>
  )
}

function Wallets({ me }: { me: Member }) {
  const client = useQueryClient()
  const [linked, setLinked] = useState(false)
  const refresh = () => {
    setLinked(true)
    client.invalidateQueries()
  }
  return (
    <div className="grid gap-3">
      {me.wallets.length === 0 ? (
        <p>No wallet yet. Karma you earn waits until you link one.</p>
      ) : (
        <ul className="grid gap-2">
          {me.wallets.map((wallet) => (
            <li key={wallet} className="figures break-all border border-edge p-3 text-sm">
              {wallet}
            </li>
          ))}
        </ul>
      )}
      <ConnectButton onSignedIn={refresh} />
      <Saved when={linked} />
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t border-rule py-6 md:grid-cols-[12rem_1fr]">
      <h2 id={id} className="heading text-2xl">
        {title}
      </h2>
      <div className="max-w-xl">{children}</div>
    </section>
  )
}

/** The member's own page: name, wallets, address, the way out. */
export function Profile() {
  const signOut = useSignOut()
  return (
    <Answer query={useMe()} waiting="Loading your profile">
      {(me) =>
        me && (
          <div>
            <p className="wrap-anywhere pb-6">
              <span className="heading text-2xl">{me.username}</span>
              <span className="block text-muted">
                {me.email ?? 'Signed in by wallet'} · <Karma wei={me.karma_balance} /> · since{' '}
                <time dateTime={me.created_at} className="figures">
                  {me.created_at.slice(0, 10)}
                </time>
              </span>
            </p>
            <Part id="name" title="Name">
              <Name me={me} />
            </Part>
            <Part id="wallets" title="Wallets">
              <Wallets me={me} />
            </Part>
            <Part id="address" title="Ship to">
              <Address me={me} />
            </Part>
            <Part id="out" title="Leave">
              <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
                Sign out
              </Button>
            </Part>
          </div>
        )
      }
    </Answer>
  )
}
