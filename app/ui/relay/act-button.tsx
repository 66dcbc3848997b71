'use client'
import type { ReactNode } from 'react'
import { Button } from '../parts/button.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import type { Signer } from '../session/siwe.ts'
import { useBurner } from '../session/use-burner.ts'
import { ConnectButton } from '../wallet/connect-button.tsx'
import type { Act } from './act.ts'
import { Follow } from './follow.tsx'
import { useSendActs } from './hooks.ts'
import { stepWords } from './words.ts'

type Props = {
  /** What the button says: "Buy for 20 karma". */
  verb: string
  tone?: 'plain' | 'go' | 'alarm'
  /** The member's wallet that acts. */
  from: string
  acts: readonly Act[]
  /** Something of the same kind is on its way. */
  underway?: boolean
  /** Stands in the button's place when there is nothing to press; what was started is told all the same. */
  instead?: ReactNode
}

/** Steps of the wallet, in words; empty while it is not asked. */
function Progress({ words }: { words: string | undefined }) {
  return (
    <p role="status" className={words ? 'flex items-center gap-2 font-semibold' : 'sr-only'}>
      {words && <span aria-hidden className="hexagon hex-pulse size-3 bg-fg" />}
      {words}
    </p>
  )
}

type PressProps = Pick<Props, 'verb' | 'tone'> & {
  /** null: none; undefined: not known yet */
  burner: Signer | null | undefined
  busy: boolean
  start: (signer: Signer) => Promise<unknown>
}

/** The demo's own wallet signs by itself; every other one is connected first. */
function Press({ verb, tone = 'go', burner, busy, start }: PressProps) {
  // Not yet pressed into another wallet's way: that press would be lost once the demo's own is there.
  if (burner === undefined)
    return (
      <Button tone={tone} size="large" busy={busy} disabled>
        {verb}
      </Button>
    )
  if (!burner)
    return (
      <ConnectButton
        {...{ label: verb, tone, busy, reconnect: true, waiting: null }}
        act={start}
        onDone={() => undefined}
      />
    )
  return (
    <Button tone={tone} size="large" busy={busy} onClick={() => start(burner).catch(() => undefined)}>
      {verb}
    </Button>
  )
}

/** One press: the wallet signs, SNPD sends and pays, and each state on the way is told. */
export function ActButton({ verb, tone, from, acts, underway = false, instead }: Props) {
  const burner = useBurner([from])
  const { sending, step, ids } = useSendActs()
  const start = (signer: Signer) => sending.mutateAsync({ signer, from, acts })
  const busy = sending.isPending || underway
  const signatures = acts.find(({ name }) => name === step?.name)?.signatures ?? 1
  return (
    <div className="grid justify-items-start gap-3">
      {instead && !sending.isPending ? instead : <Press {...{ verb, tone, burner, busy, start }} />}
      <Progress words={step && stepWords(step, signatures)} />
      {burner && sending.error && <ErrorNotice error={sending.error} />}
      <Follow ids={ids} />
    </div>
  )
}
