'use client'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { words } from '../messages/raffle/refund.ts'
import { ActButton } from '../relay/act-button.tsx'
import { useOnTheWay } from '../relay/hooks.ts'
import { refundAct } from './acts.ts'

function One({ id, ticket }: { id: string; ticket: Raffle['mine'][number] }) {
  const underway = useOnTheWay(ticket.wallet).some(({ call }) => call === 'raffle.refund')
  if (ticket.refunded) return <p className="border-l-8 border-edge pl-3">{words.yourTicketsKarmaIs}</p>
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">{words.snpdPaysTicketsBack}</p>
      <ActButton
        verb={words.takeMyKarmaBack}
        tone="plain"
        from={ticket.wallet}
        acts={[refundAct(id, ticket.wallet)]}
        underway={underway}
      />
    </div>
  )
}

/** The reader's tickets of a raffle that came to nothing. */
export function Refund({ raffle: { id, mine } }: { raffle: Raffle }) {
  return mine.map((ticket) => <One key={ticket.wallet} id={id} ticket={ticket} />)
}
