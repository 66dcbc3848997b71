'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { PurchaseRequest } from '../../../core/checkout/shape.ts'
import type { Member } from '../../../core/member/shape.ts'
import { useLedger, useMe, usePurchases } from '../api/hooks.ts'
import { isOver } from '../checkout/progress.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/member/delete.ts'
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
    <ul aria-label={words.whatHappens} className="border-t border-rule">
      <Fate mark="✕">{words.yourNameEmailPassword}</Fate>
      {forfeit !== '0' && (
        <Fate mark="✕">
          {words.youForfeit} <Karma wei={forfeit} /> {words.thatIsPromisedAnd}
        </Fate>
      )}
      {open > 0 && (
        <Fate mark="✕">
          {open === 1 ? words.yourOpenCheckoutIs : fill(words.yourOpenCheckoutsAre, { open })}{' '}
          {words.calledOff}
        </Fate>
      )}
      {placing && <Fate mark="→">{words.anOrderIsBeing}</Fate>}
      <Fate mark="→">
        {me.wallets.length > 0 ? words.karmaThatIsMinted : words.whatIsOnChain} {words.isNotOursTo}
      </Fate>
      <Fate mark="→">{words.yourReportsStayWithout}</Fate>
      <Fate mark="✓">
        <Link href="/me/export" className="underline underline-offset-4">
          {words.takeYourDataWith}
        </Link>{' '}
        {words.firstAfterwardsThereIs}
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
        {words.thisCannotBeUndone}
      </h2>
      <Prove
        me={me}
        purpose="delete"
        verb={words.deleteMyAccount}
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
      <Answer query={ledger} waiting={words.lookingAtYourKarma}>
        {({ promised }) => (
          <Answer query={purchases} waiting={words.lookingAtYourCheckouts}>
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
