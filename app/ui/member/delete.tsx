'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import type { Member } from '../../../core/member/shape.ts'
import { useLedger, useMe, usePurchases } from '../api/hooks.ts'
import { isOver } from '../checkout/progress.ts'
import { Answer } from '../parts/answer.tsx'
import { Karma } from '../parts/karma.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { type Proof, useDeleteMember } from './hooks.ts'
import { Prove } from './prove.tsx'

function Fate({ mark, children }: { mark: '✕' | '→' | '✓'; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] border-b border-soft py-3">
      <span aria-hidden className={`heading ${mark === '✕' ? 'text-alarm' : ''}`}>
        {mark}
      </span>
      <span>{children}</span>
    </li>
  )
}

type Facts = { forfeit: string; checkouts: readonly PurchaseRequest[] }

/** What becomes of everything, said before it is done. */
function Fates({ me, forfeit, checkouts }: Facts & { me: Member }) {
  const placing = checkouts.some(({ state }) => state === 'submitting')
  const open = checkouts.filter(({ state }) => !isOver(state) && state !== 'submitting').length
  return (
    <ul aria-label="What happens" className="border-t border-rule">
      <Fate mark="✕">
        Your name, email, password, address, card, alerts, sessions and the notes on your reports are
        destroyed at once, and the key of what was encrypted with them.
      </Fate>
      {forfeit !== '0' && (
        <Fate mark="✕">
          You forfeit <Karma wei={forfeit} /> that is promised and not minted yet.
        </Fate>
      )}
      {open > 0 && (
        <Fate mark="✕">
          {open === 1 ? 'Your open checkout is' : `Your ${open} open checkouts are`} called off.
        </Fate>
      )}
      {placing && (
        <Fate mark="→">
          An order is being placed this moment. It cannot be called off: look for the shop’s mail.
        </Fate>
      )}
      <Fate mark="→">
        {me.wallets.length > 0 ? 'Karma that is minted stays in your wallet: it' : 'What is on chain'} is not
        ours to take. That wallet can join SNPD again after 30 days.
      </Fate>
      <Fate mark="→">Your reports stay, without your name: others confirmed them.</Fate>
      <Fate mark="✓">
        <Link href="/me/export" className="underline underline-offset-4">
          Take your data with you
        </Link>{' '}
        first. Afterwards there is none.
      </Fate>
    </ul>
  )
}

function Leave({ me }: { me: Member }) {
  const leave = useDeleteMember()
  const send = async (proof: Proof) => {
    await leave.mutateAsync(proof)
    const { forgetBurner } = await import('../session/burner.ts')
    forgetBurner()
    // A full load: nothing of this member stays in memory.
    window.location.assign('/')
  }
  return (
    <section aria-labelledby="leave" className="grid gap-4 border border-l-8 border-alarm p-5">
      <h2 id="leave" className="heading text-2xl">
        This cannot be undone
      </h2>
      <Prove
        me={me}
        purpose="delete"
        verb="Delete my account"
        tone="alarm"
        onProof={send}
        busy={leave.isPending || leave.isSuccess}
      />
      {leave.error && <ErrorNotice error={leave.error} />}
    </section>
  )
}

/** What leaving means, and the way to do it. */
export function Delete() {
  const { data: me } = useMe()
  const ledger = useLedger()
  const purchases = usePurchases()
  if (!me) return null
  return (
    <div className="grid max-w-2xl gap-6">
      <Answer query={ledger} waiting="Looking at your karma">
        {({ promised }) => (
          <Answer query={purchases} waiting="Looking at your checkouts">
            {({ items }) => (
              <>
                <Fates me={me} forfeit={promised} checkouts={items} />
                <Leave me={me} />
              </>
            )}
          </Answer>
        )}
      </Answer>
    </div>
  )
}
