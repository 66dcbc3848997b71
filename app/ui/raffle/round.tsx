import Link from 'next/link'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { isDrawn, isOff } from '../../../core/raffle/states.ts'
import { raffleWords } from '../messages/en-raffles.ts'
import { words } from '../messages/raffle/round.ts'
import { Ago } from '../parts/ago.tsx'
import { buttonClass } from '../parts/button.tsx'

const utc = (time: string) => `${time.slice(0, 19).replace('T', ', ')} UTC`

/** The commitment: which round of the beacon decides, fixed when the raffle was opened. */
export function Round({ raffle }: { raffle: Raffle }) {
  const { id, round, round_at, state, prize_hash, opened_tx } = raffle
  return (
    <section aria-labelledby="round" className="grid gap-3 border border-rule p-4">
      <h2 id="round" className="heading text-2xl">
        {words.whoDraws}
      </h2>
      <p>
        {words.round} <span className="figures font-semibold">{round}</span> {words.ofAPublicBeacon}
      </p>
      {round_at && !isOff(state) && (
        <p>
          {isDrawn(state) ? words.itWasPublishedAt : words.itIsPublishedAt}
          <span className="figures">{utc(round_at)}</span> (<Ago at={round_at} />
          ).
        </p>
      )}
      <p className="figures text-xs wrap-anywhere text-muted">
        {words.prizes} {prize_hash} {words.openedByTx} {opened_tx}
      </p>
      {isDrawn(state) && (
        <Link href={`/raffles/${id}/proof`} className={`${buttonClass('plain')} justify-self-start`}>
          {raffleWords.proof}
        </Link>
      )}
    </section>
  )
}
