import { oddsWords } from '../../../core/raffle/odds.ts'
import type { Raffle } from '../../../core/raffle/shape.ts'
import { isDrawn, isOff, type RaffleState } from '../../../core/raffle/states.ts'
import { raffleStateWords, raffleWords } from '../messages/en-raffles.ts'
import { fill } from '../messages/fill.ts'
import { words } from '../messages/raffle/parts.ts'
import { Mark } from '../parts/mark.tsx'

const tones = {
  open: 'live',
  drawn: 'solid',
  settled: 'solid',
  cancelled: 'alarm',
  expired: 'alarm',
  refused: 'alarm',
} as const
type Toned = keyof typeof tones

export function RaffleMark({ state }: { state: RaffleState }) {
  return <Mark tone={tones[state as Toned] ?? 'plain'}>{raffleStateWords[state]}</Mark>
}

/** What it is called: of a raffle that another operator opened the number is all that is known. */
export const titleOf = ({ title, id }: Pick<Raffle, 'title' | 'id'>): string =>
  title ?? fill(words.raffle, { id })

/** The reader's odds: of the ticket they have, or of one more. Nothing where nothing is drawn any more. */
export function Odds({ raffle }: { raffle: Raffle }) {
  const { state, mine, winners, entries } = raffle
  if (isDrawn(state) || isOff(state)) return null
  const isIn = mine.length > 0
  const odds = oddsWords({ winners, entries }, isIn)
  const said = isIn ? words.isYourChance : words.wouldBeYourChance
  return (
    <span>
      <span className="figures font-semibold">{odds}</span> {odds === 'certain' ? words.soFar : said}
    </span>
  )
}

/** Whether the reader is in, and what came of it. */
export function MineMark({ mine, state }: Pick<Raffle, 'mine' | 'state'>) {
  if (mine.length === 0) return null
  if (mine.some(({ place }) => place !== null)) return <Mark tone="live">{words.youWon}</Mark>
  if (mine.every(({ refunded }) => refunded)) return <Mark>{words.paidBack}</Mark>
  return <Mark>{isDrawn(state) ? words.notThisTime : raffleWords.inIt}</Mark>
}
