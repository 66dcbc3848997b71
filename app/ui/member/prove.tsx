'use client'
import type { FormEvent } from 'react'
import type { Member } from '../../../core/member/shape.ts'
import { type Purpose, statements } from '../../../core/member/statements.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/member/prove.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { type Signer, signStatement } from '../session/siwe.ts'
import { useBurner } from '../session/use-burner.ts'
import { ConnectButton } from '../wallet/connect-button.tsx'
import type { Proof } from './hooks.ts'

type Props = {
  me: Member
  purpose: Purpose
  /** The verb on the button: "Confirm", "Delete my account". */
  verb: string
  tone?: 'plain' | 'alarm'
  /** Sends the proof; what it throws is shown by whoever gave it, or by the wallet's own steps. */
  onProof: (proof: Proof) => Promise<unknown>
  busy: boolean
  /** Asked before anything is signed: false when what the proof is for is not filled in yet. */
  ready?: () => boolean
}

function ByPassword({ verb, tone, onProof, busy }: Props) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('current') ?? '')
    // Shown by whoever gave onProof.
    onProof({ password }).catch(() => undefined)
  }
  return (
    <form onSubmit={send} className="grid max-w-md gap-3">
      <Field
        label={words.yourPassword}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" tone={tone} busy={busy} className="justify-self-start">
        {verb}
      </Button>
    </form>
  )
}

function ByWallet({ me, purpose, verb, tone, onProof, busy, ready = () => true }: Props) {
  const burner = useBurner(me.wallets)
  const act = async (signer: Signer) => {
    if (ready()) await onProof({ proof: await signStatement(signer, statements[purpose]) })
  }
  if (burner)
    return (
      <Button
        tone={tone}
        busy={busy}
        className="justify-self-start"
        onClick={() => act(burner).catch(() => undefined)}
      >
        {verb} {words.withTheDemoWallet}
      </Button>
    )
  return <ConnectButton label={fill(words.withAWallet, { verb })} act={act} onDone={() => undefined} />
}

/** Asks a member once more who they are, by whichever way in they have. */
export function Prove(props: Props) {
  const { has_password: password, wallets } = props.me
  return (
    <div className="grid gap-5">
      {password && <ByPassword {...props} />}
      {password && wallets.length > 0 && <p className="eyebrow text-muted">{words.or}</p>}
      {wallets.length > 0 && <ByWallet {...props} />}
    </div>
  )
}
