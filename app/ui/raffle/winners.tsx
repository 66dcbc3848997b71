import type { Raffle } from '../../../core/raffle/shape.ts'
import { shortAddress } from '../member/short.ts'
import { words } from '../messages/raffle/winners.ts'
import { Mark } from '../parts/mark.tsx'

type Won = Raffle['won'][number]

function One({ won, isMine }: { won: Won; isMine: boolean }) {
  const { place, ticket, wallet, prize, claimed } = won
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-soft px-3 py-2 last:border-b-0">
      <span className="wrap-anywhere">
        <span className="figures">{place + 1}.</span> {prize ?? words.prize}
      </span>
      <span className="flex flex-wrap items-center gap-2 text-sm">
        {isMine && <Mark tone="live">{words.you}</Mark>}
        {claimed && <Mark>{words.claimed}</Mark>}
        <span className="figures" title={wallet}>
          {words.ticket} {ticket}, {shortAddress(wallet)}
        </span>
      </span>
    </li>
  )
}

/** Who won, in the order of the prizes. */
export function Winners({ raffle: { won, mine } }: { raffle: Raffle }) {
  return (
    <section aria-labelledby="winners" className="grid gap-3">
      <h2 id="winners" className="heading text-2xl">
        {words.winners}
      </h2>
      {won.length === 0 ? (
        <p>{words.nobodyEnteredSoNobody}</p>
      ) : (
        <ol className="grid border border-rule">
          {won.map((each) => (
            <One key={each.place} won={each} isMine={mine.some(({ wallet }) => wallet === each.wallet)} />
          ))}
        </ol>
      )}
    </section>
  )
}
