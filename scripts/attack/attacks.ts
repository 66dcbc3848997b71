import { cellToLatLng, getResolution } from 'h3-js'
import { resolutions } from '../../core/cell/cell.ts'
import type { Attack } from './attack.ts'
import type { Evidence } from './gather.ts'
import { cellsIn, sayingOf } from './leaks.ts'
import { heardBy, listening } from './listening.ts'
import type { Feed } from './look.ts'
import { type Look, type Narrowed, narrow, trilaterate } from './narrow.ts'

export type Result = Omit<Attack, 'hears'> & Narrowed

const itemOf = ({ shown }: Feed, id: string) => shown.find((each) => each.id === id)?.item
const perPost = ({ posts }: Evidence, hear: (id: string, nth: number) => unknown) =>
  posts.map(({ id }, nth) => JSON.stringify(hear(id, nth)))

/** Which of the posts stand above this one in a feed though they were written before it: age alone puts none there. */
function outOfOrder({ shown }: Feed, id: string): number {
  const place = shown.findIndex((each) => each.id === id)
  // UUIDv7: the later one is the greater.
  return shown.filter((each, other) => other < place && each.id < id).length
}

/** The mean of all cells that were ever told of a post and of its author's next one: noise would cancel out. */
function meanOf(said: unknown): string {
  const middles = cellsIn(said).map((cell) => cellToLatLng(cell))
  const mean = (axis: 0 | 1) => middles.reduce((sum, middle) => sum + middle[axis], 0) / middles.length
  return middles.length === 0 ? 'nothing told' : `${mean(0).toFixed(5)} ${mean(1).toFixed(5)}`
}

/** What was said of a post at once, later, and of its author's next one. */
const told = ({ reads, later, again }: Evidence, nth: number) => [reads[nth], later[nth], again[nth]]

const attacks: readonly Attack[] = [
  {
    attack: 'reading',
    how: 'everything that the post says of itself, to members and strangers',
    hears: (evidence) => perPost(evidence, (_, nth) => evidence.reads[nth]?.map(sayingOf)),
  },
  {
    attack: 'pictures',
    how: 'what a photo and its thumbnail still say of where they were taken',
    hears: ({ photos }) => photos,
  },
  {
    attack: 'counting',
    how: 'what changed on the map when the post came, and where it is drawn',
    hears: ({ posts }) => posts.map(({ onMap }) => sayingOf(onMap)),
  },
  {
    attack: 'trilateration',
    how: 'from which cells around the post is seen, and as what',
    hears: (evidence) => perPost(evidence, (id) => evidence.around.map((feed) => sayingOf(itemOf(feed, id)))),
  },
  {
    attack: 'peeking',
    how: 'from which cities the post is seen, and as what',
    hears: (evidence) => perPost(evidence, (id) => evidence.afar.map((feed) => sayingOf(itemOf(feed, id)))),
  },
  {
    attack: 'ordering',
    how: 'above which posts it stands, from each side',
    hears: (evidence) =>
      perPost(evidence, (id) => [...evidence.around, ...evidence.afar].map((feed) => outOfOrder(feed, id))),
  },
  {
    attack: 'averaging',
    how: 'the mean of every cell told of it and of what its author posted next',
    hears: (evidence) =>
      perPost(evidence, (id, nth) =>
        meanOf([...told(evidence, nth), evidence.around.map((feed) => itemOf(feed, id))]),
      ),
  },
  {
    attack: 'differencing',
    how: 'what changed when everybody had posted once more',
    hears: (evidence) =>
      perPost(evidence, (_, nth) => told(evidence, nth).map((said) => [...new Set(cellsIn(said))])),
  },
  {
    attack: 'membership probing',
    how: 'looks and sockets from cells finer than an area, and which cells are shared by enough',
    hears: (evidence) =>
      perPost(evidence, (id, nth) => [
        cellsIn(evidence.again[nth]),
        evidence.finer.map((feed) => itemOf(feed, id) !== undefined),
        evidence.finerEars.map((ear) => [ear.isLet, heardBy(ear, evidence, nth)]),
      ]),
  },
  ...listening,
]

/** From where each attack that goes around a post looked for it, and whether it was there. */
const sights: Readonly<Record<string, (evidence: Evidence, nth: number) => Look[]>> = {
  trilateration: ({ posts, around }, nth) =>
    around.map((feed) => ({ from: feed.near, seen: itemOf(feed, posts[nth]?.id ?? '') !== undefined })),
  listening: (evidence, nth) =>
    evidence.ears.flatMap((ear) =>
      ear.from === undefined || getResolution(ear.from) < resolutions.area
        ? []
        : [{ from: ear.from, seen: heardBy(ear, evidence, nth) }],
    ),
}

/** What geometry adds where the posts of one area are seen from different sides. */
function refine(attack: string, evidence: Evidence, found: Narrowed): Narrowed {
  const looksOf = sights[attack]
  if (found.cells >= 1 || !looksOf) return found
  const areas = evidence.posts.map(({ spot }, nth) => trilaterate(spot.area, looksOf(evidence, nth)))
  return [...areas.filter(({ cells }) => cells > 0), found].reduce((least, each) =>
    each.km2 < least.km2 ? each : least,
  )
}

/** The smallest area that each attack narrows any of the posts to. Pure. */
export function attackAll(evidence: Evidence): Result[] {
  return attacks.map(({ attack, how, hears }) => {
    const heard = hears(evidence)
    const found = narrow(
      evidence.posts.map(({ spot }, nth) => ({ area: spot.area, heard: heard[nth] ?? '' })),
    )
    return { attack, how, ...refine(attack, evidence, found) }
  })
}
