'use client'
import { useRef, useState } from 'react'
import { MIN_LENGTH, MIN_LENGTH_BESIDE_WALLET } from '../../../core/auth/length.ts'
import type { Member } from '../../../core/member/shape.ts'
import { useMe } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/member/password.ts'
import { Answer } from '../parts/answer.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Proof, useChangePassword } from './hooks.ts'
import { Prove } from './prove.tsx'
import { Saved } from './saved.tsx'

function Change({ me }: { me: Member }) {
  const change = useChangePassword()
  const field = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState(0)
  const least = me.wallets.length > 0 ? MIN_LENGTH_BESIDE_WALLET : MIN_LENGTH
  const send = async (proof: Proof) => {
    if (!field.current?.reportValidity()) return
    await change.mutateAsync({ password: field.current.value, proof })
    // Emptied: what was typed leaves the page.
    setDone((count) => count + 1)
  }
  return (
    <div key={done} className="grid max-w-xl gap-5">
      <Field
        ref={field}
        label={words.newPassword}
        type="password"
        autoComplete="new-password"
        required
        minLength={least}
        hint={fill(words.atLeastCharactersA, { least })}
        error={change.error ? asProblem(change.error).fields.password : undefined}
      />
      <Prove
        me={me}
        purpose="confirm"
        verb={me.has_password ? words.changeIt : words.chooseIt}
        ready={() => field.current?.reportValidity() === true}
        onProof={send}
        busy={change.isPending}
      />
      {change.error && <ErrorNotice error={change.error} />}
      <Saved when={change.isSuccess}>{words.changedEveryOther}</Saved>
    </div>
  )
}

/** A new password, or a first one. */
export function Password() {
  return (
    <Answer query={useMe()} waiting={words.loadingYourAccount}>
      {(me) => me && <Change me={me} />}
    </Answer>
  )
}
