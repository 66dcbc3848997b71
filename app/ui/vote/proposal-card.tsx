import Link from 'next/link'
import type { Proposal } from '../../../core/vote/shape.ts'
import { Changes } from './changes.tsx'
import { StateMark } from './state-mark.tsx'
import { Tally } from './tally.tsx'
import { Timing } from './timing.tsx'

/** A proposal in the list: what it changes before what its author says of it. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { id, title, state } = proposal
  return (
    <li className="grid gap-4 border border-rule p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="heading wrap-anywhere text-xl">
          <Link href={`/votes/${id}`} className="underline underline-offset-4">
            {title}
          </Link>
        </h3>
        <StateMark state={state} />
      </div>
      <Changes proposal={proposal} />
      <Tally proposal={proposal} />
      <p className="text-sm text-muted">
        <Timing proposal={proposal} />
      </p>
    </li>
  )
}
