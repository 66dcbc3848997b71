import type { Attack } from './attack.ts'
import { groupsByDelay } from './delay.ts'
import type { Ear } from './ear.ts'
import type { Evidence } from './gather.ts'
import { sayingOf } from './leaks.ts'
import type { Call } from './plant.ts'

const newsOf = ({ news }: Ear, id: string | undefined) => news.filter((each) => each.id === id)

/** Each place's post of each round. */
const callsOf = ({ calls }: Evidence, nth: number) => calls.map((round) => round[nth])

/** Whether the news of any post from this place reached the ear. */
export function heardBy(ear: Ear, evidence: Evidence, nth: number): boolean {
  return callsOf(evidence, nth).some((call) => newsOf(ear, call?.id).length > 0)
}

const perPlace = (evidence: Evidence, hear: (nth: number) => unknown) =>
  evidence.posts.map((_, nth) => JSON.stringify(hear(nth)))

/** News of how many posts that were written later came before this one's. */
function overtaken(ear: Ear, id: string | undefined): number {
  const place = ear.news.findIndex((each) => each.id === id)
  // UUIDv7: the later one is the greater.
  return id === undefined ? 0 : ear.news.filter((each, other) => other < place && each.id > id).length
}

function delayOf(ear: Ear, { id, at }: Call): number | undefined {
  const [heard] = newsOf(ear, id)
  return heard && heard.at - at
}

/** What sockets give away: they say only that there is a post, and to whom, in which order and when they say it tells too. */
export const listening: readonly Attack[] = [
  {
    attack: 'listening',
    how: 'from which cells sockets hear of the post, and what they are told',
    hears: (evidence) =>
      perPlace(evidence, (nth) =>
        callsOf(evidence, nth).map((call) =>
          evidence.ears.map((ear) => newsOf(ear, call?.id).map(({ said }) => sayingOf(said))),
        ),
      ),
  },
  {
    attack: 'order of news',
    how: 'news of how many later posts overtook it on its way to each socket',
    hears: (evidence) =>
      perPlace(evidence, (nth) =>
        callsOf(evidence, nth).map((call) => evidence.ears.map((ear) => overtaken(ear, call?.id))),
      ),
  },
  {
    attack: 'timing of news',
    how: 'how long it takes to each socket, where that is the same each time',
    hears: (evidence) => {
      const delaysAt = (ear: Ear) => evidence.calls.map((round) => round.map((call) => delayOf(ear, call)))
      const groups = evidence.ears.map((ear) => groupsByDelay(delaysAt(ear)))
      return perPlace(evidence, (nth) => groups.map((group) => group[nth]))
    },
  },
]
